package dev.parley.base.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How refusals are written. */
class ProblemsTest {

  @ParameterizedTest
  @CsvSource({
    "INVALID,400",
    "UNAUTHENTICATED,401",
    "FORBIDDEN,403",
    "NOT_FOUND,404",
    "CONFLICT,409",
    "GONE,410",
    "TOO_LARGE,413",
    "UNSUPPORTED,415",
    "TOO_MANY,429",
    "UNAVAILABLE,503"
  })
  void each_sort_of_refusal_has_its_status(ProblemKind kind, int status) {
    assertThat(Problems.status(kind)).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource
  void every_common_code_has_a_word_and_a_sentence(CommonCode code) {
    assertThat(code.word()).matches("[a-z_]+");
    assertThat(code.title()).matches("[A-Z].*\\.");
  }

  @Test
  void a_refusal_has_the_members_of_rfc_9457_and_its_own() {
    DomainException refusal =
        new DomainException(
                CommonCode.INVALID_INPUT,
                "note: At most 300 characters.",
                List.of(new FieldError("note", "At most 300 characters.")))
            .with("retry_at", "2030-01-01T00:00:00.000Z");
    assertThat(Problems.document(refusal))
        .containsEntry("type", "about:blank")
        .containsEntry("status", 400)
        .containsEntry("code", "invalid_input")
        .containsEntry("title", "Some of the input is not valid.")
        .containsEntry("detail", "note: At most 300 characters.")
        .containsEntry("retry_at", "2030-01-01T00:00:00.000Z");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 406, 413, 414, 415, 417, 429, 431, 500, 501, 503})
  void whatever_the_container_answers_has_a_document_of_that_status(int status) {
    assertThat(Problems.ofStatus(status))
        .containsEntry("status", status)
        .containsKeys("type", "title", "detail", "code", "errors");
  }

  @Test
  void a_document_is_json() {
    assertThat(Problems.json(JsonbBuilder.create(), Map.of("status", 404)))
        .isEqualTo("{\"status\":404}");
  }

  @Test
  void a_refusal_remembers_how_long_to_wait() {
    assertThat(
            new DomainException(CommonCode.TOO_MANY_REQUESTS)
                .retryAfter(Duration.ofMillis(1500))
                .retryAfter())
        .isEqualTo(Duration.ofMillis(1500));
  }
}
