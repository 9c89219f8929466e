package dev.parley.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** What fails again and again while the database is gone is told shortly, anything else in full. */
class OutageTest {
  private final List<LogRecord> said = new ArrayList<>();
  private final Logger log = Logger.getAnonymousLogger();

  OutageTest() {
    log.setFilter(line -> !said.add(line));
  }

  @Test
  void an_outage_is_a_line_without_a_trace() {
    Outage.log(
        log, "Nothing could be done", new RuntimeException(new SQLException("refused", "08001")));
    assertThat(said).singleElement().satisfies(line -> assertThat(line.getThrown()).isNull());
    assertThat(new SimpleFormatter().formatMessage(said.get(0)))
        .isEqualTo("Nothing could be done. The database does not answer: refused");
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
