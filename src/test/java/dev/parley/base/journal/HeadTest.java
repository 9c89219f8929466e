package dev.parley.base.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From where a reader can go on. */
class HeadTest {
  private final Head head = new Head("epoch", 10, 4);

  @Test
  void a_reader_goes_on_from_the_floor_to_the_head() {
    assertThat(head.reaches(4)).isTrue();
    assertThat(head.reaches(7)).isTrue();
    assertThat(head.reaches(10)).isTrue();
  }

  @Test
  void what_was_trimmed_and_what_never_was_cannot_be_reached() {
    assertThat(head.reaches(3)).isFalse();
    assertThat(head.reaches(11)).isFalse();
    assertThat(head.reaches(-1)).isFalse();
  }
}
