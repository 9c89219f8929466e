package dev.parley.administration.announcement;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.administration.audit.Act;
import dev.parley.administration.audit.Actor;
import dev.parley.administration.audit.AuditEntry;
import dev.parley.administration.audit.AuditService;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.identity.account.Administrators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Publishes announcements and withdraws them. */
@ApplicationScoped
@Transactional
public class AnnouncementService {
  @PersistenceContext private EntityManager database;
  @Inject private Announcements announcements;
  @Inject private Administrators administrators;
  @Inject private AuditService audit;
  @Inject private Clock clock;

  /** Publishes an announcement, to be told from its time on. */
  Announcement publish(Actor actor, AnnouncementText wording, String reason) {
    administrators.require(actor.id());
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Instant now = clock.instant();
    database
        .createNativeQuery(
            "insert into announcement (id, text, level, starts_at, ends_at, created_at, created_by)"
                + " values (?, ?, ?, ?, cast(? as timestamptz), ?, ?)")
        .setParameter(1, id)
        .setParameter(2, wording.text())
        .setParameter(3, wording.level())
        .setParameter(4, Timestamp.from(wording.from()))
        .setParameter(5, wording.to() == null ? null : wording.to().toString())
        .setParameter(6, Timestamp.from(now))
        .setParameter(7, actor.username())
        .executeUpdate();
    audit.write(
        AuditEntry.of(Act.ANNOUNCEMENT_PUBLISHED, actor)
            .about(id, wording.text())
            .because(reason)
            .with("level", wording.level())
            .with("from", wording.from().toString())
            .with("to", wording.to() == null ? null : wording.to().toString()));
    return announcements.these(List.of(id)).get(0);
  }

  /** Takes an announcement back, from the screens of those who see it as well. */
  void withdraw(Actor actor, UUID id, String reason) {
    administrators.require(actor.id());
    List<?> texts =
        database
            .createNativeQuery(
                "update announcement set withdrawn_at = ?1 where id = ?2 and withdrawn_at is null returning text")
            .setParameter(1, Timestamp.from(clock.instant()))
            .setParameter(2, id)
            .getResultList();
    if (texts.isEmpty()) {
      throw new DomainException(CommonCode.NOT_FOUND);
    }
    audit.write(
        AuditEntry.of(Act.ANNOUNCEMENT_DELETED, actor)
            .about(id, (String) texts.get(0))
            .because(reason));
  }
}
