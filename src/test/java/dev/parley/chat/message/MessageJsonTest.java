package dev.parley.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.http.JsonFormat;
import jakarta.json.bind.Jsonb;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageJsonTest {
  private final Jsonb general = new JsonFormat().getContext(MessageView.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "\"quoted\" \\ back/slash",
        "lines\r\n\ttabs\b\f",
        "\u0001\u001f\u007f\u0080\u2028\u2029",
        "ünï 日本 👩‍👩‍👧 \u202E",
        "</script><!--"
      })
  void it_is_the_text_that_the_general_serialiser_makes(String body) {
    assertSame(message(body, null, List.of()));
  }

  @Test
  void with_a_reply_and_mentions_as_well() {
    assertSame(message("hi", UUID.randomUUID(), List.of("ada", "ben.b")));
  }

  private void assertSame(MessageView message) {
    assertThat(MessageJson.ofNew(message)).isEqualTo(general.toJson(message));
  }

  private static MessageView message(String body, UUID replyTo, List<String> mentions) {
    return new MessageView(
        UUID.randomUUID(),
        UUID.randomUUID(),
        7,
        "cleo",
        "client \"id\"",
        body,
        replyTo,
        mentions,
        List.of(),
        List.of(),
        Instant.parse("2026-02-03T04:05:06.007Z"),
        null,
        null,
        1);
  }
}
