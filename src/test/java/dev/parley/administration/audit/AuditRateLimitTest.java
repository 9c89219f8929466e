package dev.parley.administration.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever is refused again and again gets so many lines and no more. */
class AuditRateLimitTest {
  private final AuditRateLimit rateLimit = new AuditRateLimit();

  @Test
  void a_flood_gets_few_lines() {
    List<OptionalInt> answers =
        IntStream.range(0, 1000).mapToObj(i -> rateLimit.admit("somebody")).toList();
    assertThat(answers.subList(0, 30)).containsOnly(OptionalInt.of(0));
    assertThat(answers.stream().filter(OptionalInt::isPresent).count()).isBetween(30L, 40L);
    assertThat(answers).contains(OptionalInt.empty());
  }

  @Test
  void one_persons_flood_takes_no_line_from_another() {
    IntStream.range(0, 1000).forEach(i -> rateLimit.admit("somebody"));
    assertThat(rateLimit.admit("somebody else")).hasValue(0);
  }
}
