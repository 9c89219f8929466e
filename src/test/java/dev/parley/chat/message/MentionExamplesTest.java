package dev.parley.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a message mentions, by the examples that the page is tested with as well. */
class MentionExamplesTest {
  private static final JsonObject EXAMPLES = read();
  private static final Set<String> MEMBERS = texts(EXAMPLES.getJsonArray("members"));

  private static JsonObject read() {
    try (JsonReader reader =
        Json.createReader(
            MentionExamplesTest.class.getResourceAsStream("/mention-examples.json"))) {
      return reader.readObject();
    }
  }

  private static Set<String> texts(JsonArray array) {
    return new HashSet<>(
        array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList());
  }

  static Stream<Arguments> examples() {
    Stream<Arguments> written =
        EXAMPLES.getJsonArray("examples").getValuesAs(JsonArray.class).stream()
            .map(example -> Arguments.of(example.getString(0), example.getJsonArray(1)));
    Stream<Arguments> repeated =
        EXAMPLES.getJsonArray("repeated").getValuesAs(JsonArray.class).stream()
            .map(
                example ->
                    Arguments.of(
                        example.getString(0)
                            + example.getString(1).repeat(example.getInt(2))
                            + example.getString(3),
                        example.getJsonArray(4)));
    return Stream.concat(written, repeated);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_message_mentions_whom_its_readers_see_named(String body, JsonArray shown) {
    Set<String> names =
        texts(shown).stream()
            .map(each -> each.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertThat(MentionCandidates.of(body).among(MEMBERS)).isEqualTo(names);
  }
}
