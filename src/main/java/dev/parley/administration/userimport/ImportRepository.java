package dev.parley.administration.userimport;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Imports and their reports in the database. */
@ApplicationScoped
class ImportRepository {
  private static final int LINES = 500;
  private static final String REPORT =
      "select line, username, outcome, code, message, password_reset_url from user_import_line"
          + " where import_id = ?1 and line > ?2 order by line limit ?3";

  @PersistenceContext private EntityManager database;

  void add(UUID id, String by, int total, Instant now) {
    database
        .createNativeQuery(
            "insert into user_import (id, created_at, created_by, state, total, seen_at)"
                + " values (?1, ?2, ?3, 'running', ?4, ?2)")
        .setParameter(1, id)
        .setParameter(2, Timestamp.from(now))
        .setParameter(3, by)
        .setParameter(4, total)
        .executeUpdate();
  }

  Optional<UUID> running() {
    List<?> ids =
        database
            .createNativeQuery("select id from user_import where state = 'running'")
            .getResultList();
    return ids.stream().findFirst().map(UUID.class::cast);
  }

  /** Those of which nobody has heard for long have failed: their node is gone. */
  void giveUp(Instant silentSince) {
    database
        .createNativeQuery(
            "update user_import set state = 'failed' where state = 'running' and seen_at < ?1")
        .setParameter(1, Timestamp.from(silentSince))
        .executeUpdate();
  }

  /** Counts a line; false when the import is not under way any more. */
  boolean count(UUID id, boolean failed, Instant now) {
    return database
            .createNativeQuery(
                "update user_import set done = done + 1, failed = failed + ?1, seen_at = ?2"
                    + " where id = ?3 and state = 'running'")
            .setParameter(1, failed ? 1 : 0)
            .setParameter(2, Timestamp.from(now))
            .setParameter(3, id)
            .executeUpdate()
        > 0;
  }

  void report(UUID id, ImportLine line) {
    database
        .createNativeQuery(
            "insert into user_import_line (import_id, line, username, outcome, code, message, password_reset_url)"
                + " values (?, ?, ?, ?, ?, ?, ?)")
        .setParameter(1, id)
        .setParameter(2, line.line())
        .setParameter(3, line.username())
        .setParameter(4, line.outcome())
        .setParameter(5, line.code())
        .setParameter(6, line.message())
        .setParameter(7, line.passwordResetUrl())
        .executeUpdate();
  }

  void end(UUID id, String state) {
    database
        .createNativeQuery("update user_import set state = ?1 where id = ?2 and state = 'running'")
        .setParameter(1, state)
        .setParameter(2, id)
        .executeUpdate();
  }

  /** Links of imports before this work no longer. */
  void forgetLinks(Instant before) {
    database
        .createNativeQuery(
            "update user_import_line set password_reset_url = null where password_reset_url is not null"
                + " and import_id in (select id from user_import where created_at < ?1)")
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }

  /** Imports before this are forgotten with their reports, unless they are under way. */
  void forget(Instant before) {
    database
        .createNativeQuery("delete from user_import where state <> 'running' and created_at < ?1")
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }

  /**
   * An import with its report after a line.
   *
   * @throws DomainException {@code not_found}
   */
  ImportJob job(UUID id, int after) {
    List<?> found =
        database
            .createNativeQuery(
                "select state, total, done, failed, created_at from user_import where id = ?1")
            .setParameter(1, id)
            .getResultList();
    Object[] row =
        (Object[])
            found.stream().findFirst().orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
    List<ImportLine> lines = lines(id, after);
    boolean more = lines.size() > LINES;
    List<ImportLine> shown = more ? lines.subList(0, LINES) : lines;
    return new ImportJob(
        id,
        (String) row[0],
        ((Number) row[1]).intValue(),
        ((Number) row[2]).intValue(),
        ((Number) row[3]).intValue(),
        shown,
        more ? shown.get(LINES - 1).line() : null,
        ((Timestamp) row[4]).toInstant());
  }

  private List<ImportLine> lines(UUID id, int after) {
    List<?> rows =
        database
            .createNativeQuery(REPORT)
            .setParameter(1, id)
            .setParameter(2, after)
            .setParameter(3, LINES + 1)
            .getResultList();
    return rows.stream().map(row -> line((Object[]) row)).toList();
  }

  private static ImportLine line(Object[] row) {
    return new ImportLine(
        ((Number) row[0]).intValue(),
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5]);
  }
}
