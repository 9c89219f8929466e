package dev.parley.chat.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that is behind is caught up with, and what cannot be does not go on for ever. */
class TextRoundTest {
  private final List<UUID> behind =
      new ArrayList<>(Stream.generate(UUID::randomUUID).limit(7).toList());
  private final List<UUID> done = new ArrayList<>();

  private List<UUID> three() {
    return List.copyOf(behind.subList(0, Math.min(3, behind.size())));
  }

  @Test
  void all_are_caught_up_with() {
    List<UUID> all = List.copyOf(behind);
    TextRound.untilNoneIsNew(
        this::three,
        one -> {
          done.add(one);
          behind.remove(one);
        });
    assertThat(done).containsExactlyElementsOf(all);
  }

  @Test
  void one_that_stays_behind_does_not_hold_up_the_others_nor_the_end() {
    UUID stuck = behind.get(0);
    TextRound.untilNoneIsNew(
        this::three,
        one -> {
          done.add(one);
          if (!one.equals(stuck)) {
            behind.remove(one);
          }
        });
    assertThat(behind).containsExactly(stuck);
    assertThat(done).contains(stuck).hasSizeLessThan(12);
  }
}
