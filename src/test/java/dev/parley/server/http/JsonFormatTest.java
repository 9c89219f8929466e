package dev.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.consent.person.PersonView;
import dev.parley.consent.person.PresenceView;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTest {
  private final Jsonb jsonb = new JsonFormat().getContext(Object.class);

  /** Something a call may bring. */
  public record Sample(
      String someText, Boolean flag, Integer count, Long seq, List<String> words, Instant endsAt) {}

  @Test
  void members_are_written_in_snake_case_with_nulls_and_milliseconds() {
    Sample sample =
        new Sample(null, true, 3, 4L, List.of("a"), Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(jsonb.toJson(sample))
        .contains("\"some_text\":null")
        .contains("\"ends_at\":\"2026-01-02T03:04:05.000Z\"");
  }

  @Test
  void only_who_is_connected_is_written_with_their_presence() {
    Instant seen = Instant.parse("2026-01-02T03:04:05Z");
    assertThat(jsonb.toJson(List.of(ann(null))))
        .contains("\"avatar_url\":null", "\"mutual_count\":0")
        .doesNotContain("presence");
    assertThat(jsonb.toJson(Map.of("ann", ann(new PresenceView("away", seen)))))
        .contains("\"presence\":{", "\"last_seen\":\"2026-01-02T03:04:05.000Z\"");
  }

  private static PersonView ann(PresenceView presence) {
    return new PersonView(UUID.randomUUID(), "ann", "Ann", null, "", "none", 0, presence, false);
  }

  @Test
  void members_are_read_as_what_they_are() {
    Sample read =
        jsonb.fromJson(
            "{\"some_text\":\"x\",\"flag\":false,\"count\":7,\"seq\":9007199254740993,\"words\":[\"a\",\"b\"],\"new\":{\"deep\":[1]}}",
            Sample.class);
    assertThat(read)
        .isEqualTo(new Sample("x", false, 7, 9_007_199_254_740_993L, List.of("a", "b"), null));
  }

  @Test
  void nulls_are_read_as_absent() {
    Sample read =
        jsonb.fromJson(
            "{\"some_text\":null,\"flag\":null,\"count\":null,\"seq\":null,\"words\":null}",
            Sample.class);
    assertThat(read).isEqualTo(new Sample(null, null, null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"some_text\":5}",
        "{\"some_text\":true}",
        "{\"some_text\":{}}",
        "{\"some_text\":[\"x\"]}",
        "{\"flag\":\"perhaps\"}",
        "{\"flag\":\"true\"}",
        "{\"flag\":1}",
        "{\"count\":\"7\"}",
        "{\"count\":7.5}",
        "{\"count\":99999999999}",
        "{\"count\":true}",
        "{\"seq\":\"7\"}",
        "{\"seq\":7.5}",
        "{\"seq\":99999999999999999999}",
        "{\"seq\":[7]}",
        "{\"words\":[1]}",
        "{\"words\":\"a\"}",
        "{\"ends_at\":5}",
        "{\"ends_at\":\"tomorrow\"}"
      })
  void a_wrong_type_is_refused(String json) {
    assertThatThrownBy(() -> jsonb.fromJson(json, Sample.class)).isInstanceOf(JsonbException.class);
  }
}
