package dev.parley.administration.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads the audit log, newest first. */
@ApplicationScoped
@Transactional
public class AuditLogService {
  private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  /** How far the time in an id may be from the time of its line. */
  private static final Duration ABOUT = Duration.ofMinutes(1);

  // Which index is best depends on what is looked for.
  private static final String WITH_VALUES =
      "select set_config('plan_cache_mode', 'force_custom_plan', true)";

  private static final String COLUMNS =
      "select id, at, actor, act, concat_ws(', ', target, other), reason, address, outcome, cast(detail as text)"
          + " from audit where ";

  @PersistenceContext private EntityManager database;

  /** At most so many lines before the one of that id; from the newest on without one. */
  List<AuditLine> before(UUID id, AuditFilter filter, int limit) {
    database.createNativeQuery(WITH_VALUES).getSingleResult();
    Query query =
        database
            .createNativeQuery(statement(filter))
            .setParameter(1, limit)
            .setParameter(2, id == null ? NEWEST : id);
    set(query, 3, filter.actor());
    set(query, 4, filter.target());
    set(query, 5, filter.act());
    if (filter.from() != null) {
      set(query, 6, Timestamp.from(filter.from()));
      set(query, 7, lowestId(filter.from().minus(ABOUT)));
    }
    if (filter.to() != null) {
      set(query, 8, Timestamp.from(filter.to()));
      set(query, 9, lowestId(filter.to().plus(ABOUT)));
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> read((Object[]) row)).toList();
  }

  /**
   * All lines of somebody's acts, newest first; by their name, which has an index, and not those of
   * users who had it before.
   */
  List<AuditLine> ofActor(UUID id, String name) {
    List<?> rows =
        database
            .createNativeQuery(COLUMNS + "actor = ?1 and actor_id = ?2 order by id desc")
            .setParameter(1, name)
            .setParameter(2, id)
            .getResultList();
    return rows.stream().map(row -> read((Object[]) row)).toList();
  }

  private static void set(Query query, int place, Object value) {
    if (value != null) {
      query.setParameter(place, value);
    }
  }

  /** Times are looked up by the ids, which begin with them; either of two people has an index. */
  static String statement(AuditFilter filter) {
    if (filter.target() == null) {
      return lines(filter, "");
    }
    return "select * from (("
        + lines(filter, " and target = ?4")
        + ") union ("
        + lines(filter, " and other = ?4")
        + ")) as found order by id desc limit ?1";
  }

  private static String lines(AuditFilter filter, String about) {
    return COLUMNS
        + "id < ?2"
        + about
        + (filter.actor() == null ? "" : " and actor = ?3")
        + (filter.act() == null ? "" : " and act = ?5")
        + (filter.from() == null ? "" : " and at >= ?6 and id >= ?7")
        + (filter.to() == null ? "" : " and at < ?8 and id < ?9")
        + " order by id desc limit ?1";
  }

  static UUID lowestId(Instant from) {
    return new UUID(Math.max(0, from.toEpochMilli()) << 16, 0);
  }

  private static AuditLine read(Object[] row) {
    return new AuditLine(
        (UUID) row[0],
        ((Timestamp) row[1]).toInstant(),
        (String) row[2],
        (String) row[3],
        row[4].equals("") ? null : (String) row[4],
        (String) row[5],
        (String) row[6],
        (String) row[7],
        detail((String) row[8]));
  }

  private static JsonObject detail(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
