package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.base.problem.QuietLog;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A round that fails is followed by the next one: work that throws is never scheduled again. */
class LiveSweepTest {
  @RegisterExtension final QuietLog quiet = new QuietLog(LiveSweep.class);

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class, LinkageError.class})
  void whatever_goes_wrong_in_a_round_goes_no_further(Class<? extends Throwable> what)
      throws Exception {
    Throwable thrown = what.getDeclaredConstructor().newInstance();
    assertThatCode(() -> LiveSweep.guarded(() -> fail(thrown))).doesNotThrowAnyException();
  }

  private static void fail(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
