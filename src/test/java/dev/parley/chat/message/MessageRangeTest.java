package dev.parley.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import dev.parley.chat.message.MessageRange.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRangeTest {

  @Test
  void without_a_position_it_is_the_newest() {
    assertThat(MessageRange.of(null, null, null))
        .isEqualTo(new MessageRange(Direction.BEFORE, Long.MAX_VALUE));
  }

  @Test
  void it_goes_through_a_cursor_unchanged() {
    MessageRange stretch = MessageRange.of(null, "17", null);
    assertThat(MessageRange.read(stretch.toString())).isEqualTo(stretch);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5", "9999999999999999999", " 1"})
  void a_position_that_is_no_seq_is_refused(String position) {
    assertThatThrownBy(() -> MessageRange.of(position, null, null))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> MessageRange.of(null, position, null))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> MessageRange.of(null, null, position))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void two_positions_are_refused() {
    assertThatThrownBy(() -> MessageRange.of("1", "2", null)).isInstanceOf(DomainException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "BEFORE", "before 1", "AFTER x"})
  void a_text_that_is_no_cursor_is_no_stretch(String text) {
    assertThatThrownBy(() -> MessageRange.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
