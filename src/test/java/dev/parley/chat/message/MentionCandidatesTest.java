package dev.parley.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionCandidatesTest {
  private static final int LENGTH = 8_000;

  @Test
  void the_longest_name_that_a_place_may_mean_comes_first() {
    assertThat(MentionCandidates.of("@Ada.b-c. Hello").places())
        .containsExactly(List.of("ada.b-c", "ada.b", "ada"));
  }

  @Test
  void a_name_has_three_to_thirty_two_characters() {
    String longest = "a".repeat(32);
    assertThat(MentionCandidates.of("@ab @" + longest + " @" + longest + "a").names())
        .containsExactly(longest);
  }

  @Test
  void many_places_are_not_all_looked_at() {
    String text =
        IntStream.range(0, 900)
            .mapToObj(number -> "@user" + number)
            .collect(Collectors.joining(" "));
    assertThat(MentionCandidates.of(text).names()).hasSize(50);
  }

  /** The processor time of a thread does not grow with what else the machine does. */
  private static long cost(String body) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5; attempt++) {
      long begun = threads.getCurrentThreadCpuTime();
      MentionCandidates.of(body);
      least = Math.min(least, threads.getCurrentThreadCpuTime() - begun);
    }
    return least;
  }

  private static String filled(String unit) {
    return "@ben " + unit.repeat((LENGTH - 5) / unit.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**a*", "*a**b", "~a~~b", "[^a]: ", "*", "*a_", "> ", ">", "- ", "1. ", "> - ", "- - a\n",
        "[", "[a](", "![", "[a][", "[a]: b\n", "`a", "``` ` ", "<", "<a b=\"", "<!--", "|a", "|\n",
        "a|\n-|\n", "&amp;", "@ben ", "@a.b-c_", "@", "a", "://", "www.", "\n", "# a\n", "\t", "\\"
      })
  void a_message_that_is_made_to_be_slow_is_read_as_fast_as_others(String unit) {
    long bound = 20 * cost(filled("The *quick* fox and @ada jump over `the` dog, **mind**.\n"));
    assertThat(cost(filled(unit))).isLessThan(bound);
    String within = filled(unit);
    while (MessageText.isOverBudget(within)) {
      within = within.substring(0, within.length() * 9 / 10);
    }
    assertThat(cost(within)).isLessThan(bound);
  }
}
