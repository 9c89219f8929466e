package dev.parley.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBodyTest {
  private static final int LONGEST = 8000;

  @ParameterizedTest
  @ValueSource(strings = {"a", " a\n\t ", "<script>", "\u202Eabc", "👩‍👩‍👧", "é"})
  void a_body_stays_verbatim(String text) {
    assertThat(MessageBody.checked(text, LONGEST, false)).isEqualTo(text);
  }

  @Test
  void its_length_counts_code_points() {
    String longest = "😀".repeat(LONGEST);
    assertThat(MessageBody.checked(longest, LONGEST, false)).isEqualTo(longest);
    assertRefused(longest + "!", MessageCode.MESSAGE_TOO_LONG);
  }

  @Test
  void without_a_character_it_is_refused() {
    assertRefused("", MessageCode.EMPTY_MESSAGE);
    assertRefused(null, MessageCode.EMPTY_MESSAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n\t ", "\u200b", "\u3164\u2800", "\u00ad", "\ufe0f"})
  void without_a_character_that_can_be_seen_it_is_refused(String text) {
    assertRefused(text, MessageCode.EMPTY_MESSAGE);
    assertThat(MessageBody.checked(text, LONGEST, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\uD800", "x\uDC00y", "\uDE00\uD83D"})
  void what_the_database_cannot_keep_is_refused(String text) {
    assertRefused(text, MessageCode.INVALID_CHARACTERS);
  }

  private static void assertRefused(String text, MessageCode code) {
    assertThatThrownBy(() -> MessageBody.checked(text, LONGEST, false))
        .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
