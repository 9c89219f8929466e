package dev.parley.connection;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.account.Profile;
import dev.parley.account.Profiles;
import dev.parley.account.Secrets;
import dev.parley.caller.Input;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connection links: whoever opens one asks its owner for a connection, or is connected at once. */
@ApplicationScoped
@Transactional
public class LinkService {
  private static final Duration DEFAULT_LIFE = Duration.ofDays(7);
  private static final Duration LONGEST_LIFE = Duration.ofDays(365);

  @PersistenceContext private EntityManager database;
  @Inject private ConnectionService connections;
  @Inject private Relations relations;
  @Inject private Profiles profiles;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String publicUrl;

  @Inject
  @ConfigProperty(name = "parley.limits.connection-links")
  private int mostOpen;

  @Inject
  @ConfigProperty(name = "parley.limits.link-uses")
  private int mostUses;

  /** A link as its owner sees it. */
  public record LinkView(
      UUID id,
      String url,
      int uses,
      int usesLeft,
      boolean autoAccept,
      Instant createdAt,
      Instant expiresAt) {}

  /** Makes a link. */
  public LinkView make(UUID owner, Integer uses, Instant expiresAt, Boolean autoAccept) {
    Instant now = clock.instant();
    int count = uses == null ? 1 : uses;
    Instant end = expiresAt == null ? now.plus(DEFAULT_LIFE) : expiresAt;
    if (count < 1 || count > mostUses) {
      throw Input.wrong("uses", "A link has 1 to " + mostUses + " uses.");
    }
    if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_LIFE))) {
      throw Input.wrong("expires_at", "A link ends in the future, within a year.");
    }
    relations.lockSender(owner);
    if (mostOpen > 0 && list(owner, null, mostOpen).size() >= mostOpen) {
      throw new DomainException(ConnectionCode.TOO_MANY_LINKS).retryAfter(Duration.ofHours(1));
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String code = Secrets.random();
    database
        .createNativeQuery(
            "insert into connection_link (id, owner_id, code, uses, uses_left, auto_accept, created_at, expires_at)"
                + " values (?1, ?2, ?3, ?4, ?4, ?5, ?6, ?7)")
        .setParameter(1, id)
        .setParameter(2, owner)
        .setParameter(3, code)
        .setParameter(4, count)
        .setParameter(5, Boolean.TRUE.equals(autoAccept))
        .setParameter(6, Timestamp.from(now))
        .setParameter(7, Timestamp.from(end))
        .executeUpdate();
    return new LinkView(id, url(code), count, count, Boolean.TRUE.equals(autoAccept), now, end);
  }

  private String url(String code) {
    return publicUrl + "/link/" + code;
  }

  /** The open links of a user, newest first; one more than asked for when there are more. */
  public List<LinkView> list(UUID owner, UUID after, int limit) {
    Query query =
        database
            .createNativeQuery(
                "select id, code, uses, uses_left, auto_accept, created_at, expires_at from connection_link"
                    + " where owner_id = ?1 and revoked_at is null and expires_at > ?2 and uses_left > 0"
                    + (after == null ? "" : " and id < ?4")
                    + " order by id desc limit ?3")
            .setParameter(1, owner)
            .setParameter(2, Timestamp.from(clock.instant()))
            .setParameter(3, limit + 1);
    if (after != null) {
      query.setParameter(4, after);
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> view((Object[]) row)).toList();
  }

  private LinkView view(Object[] row) {
    return new LinkView(
        (UUID) row[0],
        url((String) row[1]),
        ((Number) row[2]).intValue(),
        ((Number) row[3]).intValue(),
        (Boolean) row[4],
        ((Timestamp) row[5]).toInstant(),
        ((Timestamp) row[6]).toInstant());
  }

  /** Makes a link useless. */
  public void revoke(UUID owner, UUID id) {
    int revoked =
        database
            .createNativeQuery(
                "update connection_link set revoked_at = coalesce(revoked_at, ?) where id = ? and owner_id = ?")
            .setParameter(1, Timestamp.from(clock.instant()))
            .setParameter(2, id)
            .setParameter(3, owner)
            .executeUpdate();
    if (revoked == 0) {
      throw new DomainException(CommonCode.NOT_FOUND);
    }
  }

  /**
   * Opens a link: the relation it came to. Somebody who stands in a relation already uses nothing
   * up.
   */
  public ConnectionView redeem(UUID actor, String code) {
    Object[] link = locked(Input.required(code, "code"));
    UUID id = (UUID) link[0];
    Profile owner =
        profiles
            .byId((UUID) link[1])
            .orElseThrow(() -> new DomainException(ConnectionCode.LINK_NOT_FOUND));
    if (!hasUsed(id, actor)) {
      requireOpen(link);
    }
    ConnectionService.SendOutcome outcome = connections.sendInvited(actor, owner);
    if (outcome.created()) {
      requireOpen(link);
      use(id, actor);
    }
    boolean connectNow =
        outcome.created() && (Boolean) link[5] && !relations.blocks(owner.id(), actor);
    return connectNow
        ? connections.approve(actor, relations.locked(outcome.connection().id()))
        : outcome.connection();
  }

  private Object[] locked(String code) {
    List<?> found =
        database
            .createNativeQuery(
                "select id, owner_id, uses_left, expires_at, revoked_at, auto_accept from connection_link"
                    + " where code = ? for update")
            .setParameter(1, code)
            .getResultList();
    if (found.isEmpty()) {
      throw new DomainException(ConnectionCode.LINK_NOT_FOUND);
    }
    return (Object[]) found.get(0);
  }

  private void requireOpen(Object[] link) {
    if (link[4] != null) {
      throw new DomainException(ConnectionCode.LINK_REVOKED);
    }
    if (!((Timestamp) link[3]).toInstant().isAfter(clock.instant())) {
      throw new DomainException(ConnectionCode.LINK_EXPIRED);
    }
    if (((Number) link[2]).intValue() == 0) {
      throw new DomainException(ConnectionCode.LINK_USED_UP);
    }
  }

  private boolean hasUsed(UUID link, UUID user) {
    return !database
        .createNativeQuery("select 1 from connection_link_use where link_id = ? and user_id = ?")
        .setParameter(1, link)
        .setParameter(2, user)
        .getResultList()
        .isEmpty();
  }

  private void use(UUID link, UUID user) {
    database
        .createNativeQuery("update connection_link set uses_left = uses_left - 1 where id = ?")
        .setParameter(1, link)
        .executeUpdate();
    database
        .createNativeQuery(
            "insert into connection_link_use (link_id, user_id, used_at) values (?, ?, ?) on conflict do nothing")
        .setParameter(1, link)
        .setParameter(2, user)
        .setParameter(3, Timestamp.from(clock.instant()))
        .executeUpdate();
  }
}
