package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may send, and what is no frame. */
class FrameTest {

  @Test
  void a_frame_has_an_action_and_may_have_an_id() {
    Frame frame = Frame.read("{\"action\":\"ping\",\"id\":\"7\",\"more\":[1]}");
    assertThat(frame.action()).isEqualTo("ping");
    assertThat(frame.id()).isEqualTo("7");
    assertThat(Frame.read("{\"action\":\"ping\"}").id()).isNull();
    assertThat(Frame.read("{\"action\":\"ping\",\"id\":7}").id()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "7",
        "\"text\"",
        "[]",
        "[{}]",
        "{",
        "{}x",
        "{'action':'ping'}",
        "{\"action\":}",
        "{\"a\":1e99999999999}",
        "{\"action\" \"ping\"}"
      })
  void anything_but_one_json_object_is_refused(String text) {
    assertThatThrownBy(() -> Frame.read(text).number("a"))
        .isInstanceOf(DomainException.class)
        .satisfies(
            e ->
                assertThat(((DomainException) e).code().word())
                    .isIn("bad_request", "invalid_input"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void nesting_without_end_is_refused_and_does_not_use_up_the_stack(String opening) {
    assertThatThrownBy(() -> Frame.read(opening.repeat(65_536 / opening.length())))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void the_last_of_duplicate_members_counts() {
    assertThat(Frame.read("{\"action\":\"a\",\"action\":\"b\"}").action()).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"action\":null}", "{\"action\":7}", "{\"action\":{}}"})
  void a_missing_action_is_named(String text) {
    assertThatThrownBy(() -> Frame.read(text).action()).hasMessageContaining("action");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "a\\ud800", "\\udc00b", "\\udc00\\ud800"})
  void characters_that_nothing_can_keep_are_refused(String characters) {
    Frame frame = Frame.read("{\"receiver\":\"" + characters + "\",\"id\":\"" + characters + "\"}");
    assertThatThrownBy(() -> frame.text("receiver")).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> frame.textOr("receiver", "")).isInstanceOf(DomainException.class);
    assertThat(frame.id()).isNull();
  }

  @Test
  void a_text_that_may_be_there_may_be_null() {
    Frame frame = Frame.read("{\"note\":null,\"body\":\"hi\"}");
    assertThat(frame.textOr("note", "none")).isEqualTo("none");
    assertThat(frame.textOr("reply_to", null)).isNull();
    assertThat(frame.textOr("body", "none")).isEqualTo("hi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "[]", "{}"})
  void what_should_be_a_text_and_is_none_is_not_passed_over(String value) {
    Frame frame = Frame.read("{\"reply_to\":" + value + "}");
    assertThatThrownBy(() -> frame.textOr("reply_to", null))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("reply_to");
  }

  @Test
  void characters_beyond_the_first_plane_are_kept() {
    assertThat(Frame.read("{\"note\":\"\\ud83d\\ude00\"}").text("note")).isEqualTo("😀");
  }

  @Test
  void numbers_are_whole_and_a_huge_one_is_the_last() {
    assertThat(numberOf("7")).hasValue(7);
    assertThat(numberOf("1e3")).hasValue(1000);
    assertThat(numberOf("null")).isEmpty();
    assertThat(numberOf("99999999999999999999999999")).hasValue(Long.MAX_VALUE);
    assertThat(Frame.read("{}").number("since")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "\"7\"", "true", "[]", "{}", "-99999999999999999999999999"})
  void what_is_no_whole_number_is_refused(String value) {
    assertThatThrownBy(() -> numberOf(value)).hasMessageContaining("since");
  }

  private static OptionalLong numberOf(String value) {
    return Frame.read("{\"since\":" + value + "}").number("since");
  }
}
