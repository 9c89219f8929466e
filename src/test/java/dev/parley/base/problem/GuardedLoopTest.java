package dev.parley.base.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails for one costs no other anything; only a database that is away stops a round. */
class GuardedLoopTest {
  @RegisterExtension final QuietLog quiet = new QuietLog(GuardedLoopTest.class);

  private static final Logger LOG = Logger.getLogger(GuardedLoopTest.class.getName());
  private final List<Integer> done = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class, LinkageError.class})
  void what_fails_for_one_costs_no_other_anything(Class<? extends Throwable> what)
      throws Exception {
    Throwable thrown = what.getDeclaredConstructor().newInstance();
    GuardedLoop.each(List.of(1, 2, 3), one -> failsAtTwo(one, thrown), LOG, "It failed");
    assertThat(done).containsExactly(1, 3);
  }

  @Test
  void a_lost_race_is_of_one_only() {
    GuardedLoop.each(List.of(1, 2, 3), one -> failsAtTwo(one, database("40P01")), LOG, "It failed");
    assertThat(done).containsExactly(1, 3);
  }

  @Test
  void a_database_that_is_away_ends_the_round() {
    RuntimeException away = database("08006");
    assertThatThrownBy(
            () ->
                GuardedLoop.each(List.of(1, 2, 3), one -> failsAtTwo(one, away), LOG, "It failed"))
        .isSameAs(away);
    assertThat(done).containsExactly(1);
  }

  private static RuntimeException database(String state) {
    return new IllegalStateException(new SQLException("gone", state));
  }

  private void failsAtTwo(int one, Throwable thrown) {
    if (one != 2) {
      done.add(one);
    } else if (thrown instanceof Error error) {
      throw error;
    } else {
      throw (RuntimeException) thrown;
    }
  }
}
