package dev.parley.administration.announcement;

import dev.parley.base.request.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds announcements. */
@ApplicationScoped
class Announcements {
  /** A client that has not come back for so long has forgotten what was withdrawn. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private static final String COLUMNS =
      "select id, text, level, starts_at, ends_at, created_at, created_by from announcement where ";
  private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  /** Those that stand now, the newest first. */
  List<Announcement> current() {
    return found(
        database
            .createNativeQuery(
                COLUMNS
                    + "withdrawn_at is null and starts_at <= ?1 and (ends_at is null or ends_at > ?1)"
                    + " order by starts_at desc, id desc")
            .setParameter(1, Timestamp.from(clock.instant())));
  }

  /** The ids of recently withdrawn announcements, which a client may still show. */
  List<UUID> withdrawnRecently() {
    List<?> ids =
        database
            .createNativeQuery("select id from announcement where withdrawn_at > ?1")
            .setParameter(1, Timestamp.from(clock.instant().minus(REMEMBERED)))
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  /** A page of those that were not withdrawn, the newest first, one more when there are more. */
  List<Announcement> page(Paging paging) {
    UUID after = paging.after(UUID::fromString);
    return found(
        database
            .createNativeQuery(
                COLUMNS + "withdrawn_at is null and id < ?1 order by id desc limit ?2")
            .setParameter(1, after == null ? NEWEST : after)
            .setParameter(2, paging.limit() + 1));
  }

  /** These, unless they were withdrawn. */
  List<Announcement> these(Collection<UUID> ids) {
    return found(
        database
            .createNativeQuery(
                COLUMNS
                    + "withdrawn_at is null and id = any (cast(string_to_array(?1, ',') as uuid[]))")
            .setParameter(1, String.join(",", ids.stream().map(UUID::toString).toList())));
  }

  private List<Announcement> found(Query query) {
    Instant now = clock.instant();
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> read((Object[]) row, now)).toList();
  }

  private static Announcement read(Object[] row, Instant now) {
    Instant from = ((Timestamp) row[3]).toInstant();
    Instant to = row[4] == null ? null : ((Timestamp) row[4]).toInstant();
    return new Announcement(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        from,
        to,
        ((Timestamp) row[5]).toInstant(),
        (String) row[6],
        Announcement.state(from, to, now));
  }
}
