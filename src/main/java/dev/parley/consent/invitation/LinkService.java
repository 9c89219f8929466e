package dev.parley.consent.invitation;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Input;
import dev.parley.consent.connection.PairLocks;
import dev.parley.identity.token.Secrets;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes, lists and revokes connection links. */
@ApplicationScoped
@Transactional
public class LinkService {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration DEFAULT_LIFE = Duration.ofDays(7);
  private static final Duration LONGEST_LIFE = Duration.ofDays(365);

  @PersistenceContext private EntityManager database;
  @Inject private PairLocks locks;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String publicUrl;

  @Inject
  @ConfigProperty(name = "parley.limits.connection-links")
  private int mostOpen;

  @Inject
  @ConfigProperty(name = "parley.limits.links-per-day")
  private int mostADay;

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
    Instant end =
        expiresAt == null ? now.plus(DEFAULT_LIFE) : expiresAt.truncatedTo(ChronoUnit.MILLIS);
    if (count < 1 || count > mostUses) {
      throw Input.wrong("uses", "A link has 1 to " + mostUses + " uses.");
    }
    if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_LIFE))) {
      throw Input.wrong("expires_at", "A link ends in the future, within a year.");
    }
    locks.sender(owner);
    if (mostOpen > 0) {
      requireFewerThan(mostOpen, owner, now);
    }
    if (mostADay > 0) {
      requireFewerToday(mostADay, owner, now);
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

  /** Refuses a link too many until one of them expires; it may be used up or revoked before. */
  private void requireFewerThan(int most, UUID owner, Instant now) {
    List<?> end =
        database
            .createNativeQuery(
                "select expires_at from connection_link"
                    + " where owner_id = ?1 and revoked_at is null and expires_at > ?2 and uses_left > 0"
                    + " order by expires_at desc offset ?3 limit 1")
            .setParameter(1, owner)
            .setParameter(2, Timestamp.from(now))
            .setParameter(3, most - 1)
            .getResultList();
    if (!end.isEmpty()) {
      throw new DomainException(InvitationCode.TOO_MANY_LINKS)
          .retryAfter(Duration.between(now, ((Timestamp) end.get(0)).toInstant()));
    }
  }

  private void requireFewerToday(int most, UUID owner, Instant now) {
    List<?> first =
        database
            .createNativeQuery(
                "select created_at from connection_link where owner_id = ?1 and created_at > ?2"
                    + " order by id desc offset ?3 limit 1")
            .setParameter(1, owner)
            .setParameter(2, Timestamp.from(now.minus(DAY)))
            .setParameter(3, most - 1)
            .getResultList();
    if (!first.isEmpty()) {
      throw new DomainException(InvitationCode.TOO_MANY_LINKS_TODAY)
          .retryAfter(Duration.between(now, ((Timestamp) first.get(0)).toInstant().plus(DAY)));
    }
  }

  private String url(String code) {
    return publicUrl + "/link/" + code;
  }

  /** The open links of a user, newest first; one more than asked for when there are more. */
  public List<LinkView> list(UUID owner, UUID after, int limit) {
    Query query =
        database
            .createNativeQuery(opened(after != null))
            .setParameter(1, owner)
            .setParameter(2, Timestamp.from(clock.instant()))
            .setParameter(3, limit + 1);
    if (after != null) {
      query.setParameter(4, after);
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> view((Object[]) row)).toList();
  }

  static String opened(boolean further) {
    return "select id, code, uses, uses_left, auto_accept, created_at, expires_at from connection_link"
        + " where owner_id = ?1 and revoked_at is null and expires_at > ?2 and uses_left > 0"
        + (further ? " and id < ?4" : "")
        + " order by id desc limit ?3";
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
}
