package dev.parley.reach.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is pushed fits into what every service takes, and its topic into their header. */
class PushPayloadTest {
  private static final String TAG = "0192f8f5-4411-7a0c-9d3e-2b6c8f1a7e55";
  private static final int THREE_KIB = 3 * 1024;

  private final Jsonb jsonb = JsonbBuilder.create();

  private PushPayload payload(String title, String body, String tag) {
    return PushPayload.of(
        new PushPayload.ShownPush(title, body, tag, "/chats/" + tag), true, jsonb);
  }

  @Test
  void it_says_what_to_show_and_where_it_leads() {
    PushPayload payload = payload("Ben", "Lunch?", TAG);
    JsonPath shown = JsonPath.from(new String(payload.payload(), StandardCharsets.UTF_8));
    assertThat(shown.getMap("$"))
        .containsOnly(
            java.util.Map.entry("title", "Ben"),
            java.util.Map.entry("body", "Lunch?"),
            java.util.Map.entry("tag", TAG),
            java.util.Map.entry("path", "/chats/" + TAG));
  }

  @Test
  void it_is_small_whatever_is_said_and_by_whom() {
    for (String widest : new String[] {"😀", "\"", "字"}) {
      String long_ = widest.repeat(5_000);
      assertThat(payload(long_, long_, TAG).payload()).as(widest).hasSizeLessThan(THREE_KIB);
    }
  }

  @Test
  void its_topic_is_thirty_two_characters_of_the_url_and_follows_the_tag() {
    String topic = payload("Ben", "Lunch?", TAG).topic();
    assertThat(topic).matches("[A-Za-z0-9_-]{32}");
    assertThat(payload("Ada", "Dinner?", TAG).topic()).isEqualTo(topic);
    assertThat(payload("Ben", "Lunch?", TAG.replace('0', '1')).topic()).isNotEqualTo(topic);
  }
}
