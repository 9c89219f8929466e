package dev.parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as a find. */
class FuzzTest {

  @Test
  void an_exception_that_is_no_refusal_is_a_find_with_its_seed() {
    assertThatThrownBy(
            () ->
                Fuzz.like("self", "abc")
                    .feeds(
                        input -> {
                          if (input.length > 3) {
                            throw new IllegalStateException("not expected");
                          }
                          throw new DomainException(CommonCode.BAD_REQUEST);
                        }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not expected")
        .hasMessageContaining("-Dfuzz.seed=");
  }

  @Test
  void an_input_that_takes_too_much_memory_is_a_find() {
    List<byte[]> kept = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Fuzz.like("self", "abc")
                    .within(java.time.Duration.ofMinutes(1), 1)
                    .feeds(input -> kept.add(new byte[input.length << 20])))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void the_same_seed_gives_the_same_inputs() {
    assertThat(some(5)).isEqualTo(some(5)).isNotEqualTo(some(6));
  }

  private static String some(long seed) {
    Mutator mutator =
        new Mutator(new java.util.Random(seed), List.of(new byte[] {1, 2, 3, 4, 5, 6}));
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      all.append(Arrays.toString(mutator.next()));
    }
    return all.toString();
  }
}
