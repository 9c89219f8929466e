package dev.parley.reach.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.attachment.AttachmentView;
import dev.parley.chat.message.MessageView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a notification says of a message. */
class MessageLineTest {
  private static final AttachmentView PICTURE = file("cat.png", "image/png", 20);
  private static final AttachmentView PAPER = file("plan.pdf", "application/pdf", null);

  private static AttachmentView file(String name, String type, Integer width) {
    return new AttachmentView(UUID.randomUUID(), name, type, 1_000, width, width);
  }

  private static String line(String body, AttachmentView... files) {
    return MessageLine.of(
        new MessageView(
            UUID.randomUUID(),
            UUID.randomUUID(),
            1,
            "ada",
            "1",
            body,
            null,
            List.of(),
            List.of(files),
            List.of(),
            Instant.EPOCH,
            null,
            null,
            1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello | Hello",
        "**Hello** `there` | Hello there",
        "# Plan | Plan",
        "> quoted | quoted",
        "see [the page](https://example.org) | see the page",
        "![a cat](https://example.org/cat.png) | a cat",
        "snake_case stays | snake_case stays"
      })
  void it_is_the_text_without_markup(String body, String line) {
    assertThat(line(body)).isEqualTo(line);
  }

  @Test
  void it_is_one_line() {
    assertThat(line("- one\n- two\n\n\tthree\u0007")).isEqualTo("one two three");
  }

  @Test
  void it_cannot_turn_the_rest_of_the_notification_around() {
    assertThat(line("\u202egnp.exe\u2066")).isEqualTo("gnp.exe");
    assertThat(line("", file("\u202egpj.exe", "application/pdf", null))).isEqualTo("Sent gpj.exe");
  }

  @Test
  void it_has_two_hundred_characters_at_most_and_cuts_none_in_two() {
    assertThat(line("x".repeat(200))).hasSize(200);
    String long_ = line("😀".repeat(201));
    assertThat(long_.codePoints()).hasSize(200);
    assertThat(long_).isEqualTo("😀".repeat(199) + "…");
  }

  @Test
  void without_words_it_says_what_was_sent() {
    assertThat(line("", PICTURE)).isEqualTo("Sent a photo");
    assertThat(line("", PICTURE, PICTURE)).isEqualTo("Sent 2 photos");
    assertThat(line("", PAPER)).isEqualTo("Sent plan.pdf");
    assertThat(line("", PAPER, PICTURE)).isEqualTo("Sent 2 files");
    assertThat(line("look", PICTURE)).isEqualTo("look");
  }
}
