package dev.parley.administration.audit;

import dev.parley.journey.CrowdedDatabase;
import dev.parley.journey.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A page of the log costs the same however long the log is and whatever is looked for. */
class AuditPlansIT {
  private static final int PAGE = 51;
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  @BeforeAll
  static void a_hundred_thousand_lines_of_a_year() throws SQLException {
    try (Connection connection = CrowdedDatabase.shared().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into audit (id, at, actor, act, target, outcome)
          select (lpad(to_hex(ms), 12, '0') || '7000' || lpad(to_hex(i), 16, '8'))::uuid, to_timestamp(ms / 1000.0),
            case when i % 5 = 0 then 'root' else 'ada.' || i % 9000 end,
            case when i % 20000 = 0 then 'user.deleted' when i % 5 = 0 then 'user.disabled' else 'sign_in' end,
            case when i % 5 = 0 then 'ada.' || i % 9000 end, 'done'
          from (select i, 1767225600000 + i * 300000::bigint as ms from generate_series(1, 100000) i) as line
          where not exists (select 1 from audit limit 1)
          """);
      statement.execute("vacuum analyze audit");
    }
  }

  private static void reads(String title, AuditFilter filter) {
    Plan.knowingValues(
            "audit: " + title,
            AuditLogService.statement(filter),
            PAGE,
            NEWEST,
            filter.actor(),
            filter.target(),
            filter.act(),
            FROM,
            AuditLogService.lowestId(FROM),
            FROM.plusSeconds(864_000),
            AuditLogService.lowestId(FROM.plusSeconds(864_000)))
        .readsAtMost(8 * PAGE);
  }

  @Test
  void the_newest_and_those_of_some_days() {
    reads("newest", new AuditFilter(null, null, null, null, null));
    reads("of a time", new AuditFilter(null, null, null, FROM, FROM));
  }

  @Test
  void those_of_an_actor_a_target_or_an_act() {
    reads("root", new AuditFilter("root", null, null, null, null));
    reads("somebody", new AuditFilter("ada.77", null, null, null, null));
    reads("target", new AuditFilter(null, "ada.75", null, null, null));
    reads("act", new AuditFilter(null, null, "user.deleted", null, null));
    reads("rare act of root", new AuditFilter("root", null, "user.deleted", null, null));
    reads("target and act", new AuditFilter(null, "ada.75", "user.disabled", FROM, null));
  }
}
