package dev.parley.base.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails again and again while the database is away is told once, anything else in full. */
class OutageTest {
  @RegisterExtension final QuietLog quiet = new QuietLog(DatabaseAvailability.class);

  private final List<LogRecord> said = new ArrayList<>();
  private final Logger log = Logger.getAnonymousLogger();

  OutageTest() {
    log.setFilter(line -> !said.add(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P01", "57P03"})
  void whoever_finds_the_database_away_says_nothing_of_their_own(String state) {
    Throwable thrown = new RuntimeException(new SQLException("refused", state));
    Outage.log(log, "Nothing could be done", thrown);
    Outage.log(log, thrown);
    assertThat(said).isEmpty();
    assertThat(DatabaseAvailability.current().isAway()).isTrue();
  }

  @Test
  void a_database_that_cannot_go_on_is_a_line_without_a_trace() {
    Outage.log(
        log, "Nothing could be done", new RuntimeException(new SQLException("full", "53100")));
    assertThat(said).singleElement().satisfies(line -> assertThat(line.getThrown()).isNull());
    assertThat(new SimpleFormatter().formatMessage(said.get(0)))
        .isEqualTo("Nothing could be done. The database could not go on with a transaction: full");
  }

  @Test
  void a_line_has_all_that_the_causes_of_an_outage_say() {
    Exception refused =
        new IllegalStateException("Connection to db:5432 refused.\r\nCheck it.", new IOException());
    SQLException noState = new SQLException("Error in allocating\u2028a connection", refused);
    assertThat(Outage.told(new RuntimeException("select secret\nfrom inside", noState)))
        .isEqualTo(
            "The database does not answer: Error in allocating a connection;"
                + " Connection to db:5432 refused. Check it.; IOException");
  }

  @Test
  void what_a_cause_only_repeats_is_said_once_and_a_line_has_an_end() {
    assertThat(Outage.told(new SQLException(new RuntimeException("no route to host"))))
        .isEqualTo("The database does not answer: java.lang.RuntimeException: no route to host");
    assertThat(Outage.told(new SQLException("x".repeat(5_000)))).hasSizeLessThan(1_100);
  }

  @Test
  void a_line_says_that_the_pool_is_exhausted() {
    Exception pool =
        new IllegalStateException(
            "In-use connections equal max-pool-size and expired max-wait-time.");
    assertThat(Outage.told(new SQLException("Error in allocating a connection", pool)))
        .startsWith("No connection to the database is free, the pool is exhausted: ")
        .endsWith("In-use connections equal max-pool-size and expired max-wait-time.");
  }

  @Test
  void anything_else_comes_with_what_was_thrown() {
    Throwable thrown = new RuntimeException(new SQLException("no such column", "42703"));
    Outage.log(log, "Nothing could be done", thrown);
    assertThat(said)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getMessage()).isEqualTo("Nothing could be done");
              assertThat(line.getThrown()).isSameAs(thrown);
            });
  }

  @Test
  void only_what_lost_against_others_may_well_succeed_at_once() {
    for (String state : List.of("40001", "40P01")) {
      assertThat(Outage.isLostRace(new RuntimeException(new SQLException("", state)))).isTrue();
    }
    for (String state : List.of("08006", "57014", "55P03", "53100", "42703")) {
      assertThat(Outage.isLostRace(new RuntimeException(new SQLException("", state)))).isFalse();
    }
    assertThat(Outage.isLostRace(new SQLException("no state"))).isFalse();
    assertThat(Outage.isLostRace(new RuntimeException())).isFalse();
  }
}
