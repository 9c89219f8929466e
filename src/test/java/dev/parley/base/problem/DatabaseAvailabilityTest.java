package dev.parley.base.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** However much fails, an outage is one line when it begins and one when it ends. */
class DatabaseAvailabilityTest {
  private final List<String> said = new ArrayList<>();
  private final DatabaseAvailability database;

  DatabaseAvailabilityTest() {
    Logger log = Logger.getAnonymousLogger();
    log.setFilter(
        line -> !said.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line)));
    database = new DatabaseAvailability(log);
  }

  @Test
  void the_first_failure_is_told_and_no_other_until_it_is_back() {
    database.failed("It does not answer: refused");
    database.failed("It does not answer: reset");
    assertThat(said).containsExactly("WARNING It does not answer: refused");
    assertThat(database.isAway()).isTrue();
  }

  @Test
  void it_is_back_when_it_answers_and_nothing_has_failed_since_it_answered_before() {
    database.failed("It does not answer: refused");
    database.answered();
    database.failed("It does not answer: a connection that was lost long ago");
    database.answered();
    assertThat(database.isAway()).isTrue();
    database.answered();
    assertThat(database.isAway()).isFalse();
    database.answered();
    assertThat(said).hasSize(2);
    assertThat(said.get(1)).startsWith("INFO The database answers again after ");
  }

  @Test
  void the_next_outage_is_told_again() {
    database.failed("It does not answer: refused");
    database.answered();
    database.answered();
    database.failed("It does not answer: reset");
    assertThat(said).hasSize(3).last().isEqualTo("WARNING It does not answer: reset");
  }
}
