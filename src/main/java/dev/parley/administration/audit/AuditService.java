package dev.parley.administration.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

/** Writes the audit log. */
@ApplicationScoped
@Transactional
public class AuditService {
  private static final String WRITE =
      "insert into audit (id, at, actor_id, actor, act, target_id, target, other, reason, address, outcome, detail)"
          + " values (?, ?, cast(? as uuid), ?, ?, cast(? as uuid), ?, ?, ?, ?, ?, cast(? as jsonb))";

  @PersistenceContext private EntityManager database;
  @Inject private Jsonb jsonb;
  @Inject private Clock clock;

  /** Writes a line in the transaction of the act: it stands when the act does. */
  public void write(AuditEntry entry) {
    insert(entry);
  }

  /** Writes a line that stands whatever becomes of the caller's transaction. */
  @Transactional(TxType.REQUIRES_NEW)
  public void writeAlone(AuditEntry entry) {
    insert(entry);
  }

  private void insert(AuditEntry entry) {
    Actor actor = entry.actor();
    database
        .createNativeQuery(WRITE)
        .setParameter(1, UuidCreator.getTimeOrderedEpoch())
        .setParameter(2, Timestamp.from(clock.instant()))
        .setParameter(3, actor == null ? null : text(actor.id()))
        .setParameter(4, actor == null ? null : actor.username())
        .setParameter(5, entry.act().word())
        .setParameter(6, text(entry.targetId()))
        .setParameter(7, entry.target())
        .setParameter(8, entry.other())
        .setParameter(9, entry.reason())
        .setParameter(10, actor == null ? null : actor.address())
        .setParameter(11, entry.refused() ? "refused" : "done")
        .setParameter(12, jsonb.toJson(entry.detail()))
        .executeUpdate();
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }
}
