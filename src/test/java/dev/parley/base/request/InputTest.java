package dev.parley.base.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.FieldError;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Checks of what a call brings, and of the members of a partial change. */
class InputTest {

  @Test
  void a_missing_body_is_a_bad_request_and_a_missing_member_is_named() {
    refuses(CommonCode.BAD_REQUEST, () -> Input.required(null));
    assertThatThrownBy(() -> Input.required(null, "receiver"))
        .isInstanceOfSatisfying(
            DomainException.class,
            e ->
                assertThat(e.errors())
                    .containsExactly(new FieldError("receiver", "This is required.")));
  }

  @Test
  void an_id_that_is_no_uuid_names_nothing() {
    UUID id = UUID.randomUUID();
    assertThat(Input.id(id.toString())).isEqualTo(id);
    for (String no : List.of("", "1", "1-1-1-1-1", "x".repeat(36))) {
      refuses(CommonCode.NOT_FOUND, () -> Input.id(no));
    }
  }

  @Test
  void a_text_is_counted_in_characters_as_people_see_them() {
    assertThat(Input.text("🙂🙂🙂", 3, "note")).isEqualTo("🙂🙂🙂");
    refuses(CommonCode.INVALID_INPUT, () -> Input.text("🙂🙂🙂🙂", 3, "note"));
    refuses(CommonCode.INVALID_INPUT, () -> Input.text("a\0b", 3, "note"));
    assertThat(Input.text(null, 3, "note")).isEmpty();
  }

  @Test
  void a_moment_has_a_year_of_four_digits() {
    assertThat(Input.instant("2026-01-31T12:00:00.1239Z", "from"))
        .isEqualTo(Instant.parse("2026-01-31T12:00:00.123Z"));
    assertThat(Input.instant("9999-12-31T23:59:59Z", "from")).isNotNull();
    assertThat(Input.instant(null, "from")).isNull();
    for (String no :
        List.of(
            "",
            "5",
            "2026-01-31",
            "+300000-01-01T00:00:00Z",
            "+999999999-01-01T00:00:00Z",
            "+1000000000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z")) {
      refuses(CommonCode.INVALID_INPUT, () -> Input.instant(no, "from"));
    }
  }

  @Test
  void what_a_change_leaves_out_stays() {
    List<Object> changes = new ArrayList<>();
    Patch patch = new Patch(JsonValue.EMPTY_JSON_OBJECT);
    patch.text("status_text", changes::add);
    patch.flag("discoverable", changes::add);
    patch.object("quiet_hours", changes::add);
    assertThat(changes).isEmpty();
  }

  @Test
  void what_a_change_brings_is_handed_over_and_null_clears_an_object() {
    List<Object> changes = new ArrayList<>();
    Patch patch = patch("{\"status_text\":\"here\",\"discoverable\":false,\"quiet_hours\":null}");
    patch.text("status_text", changes::add);
    patch.flag("discoverable", changes::add);
    patch.object("quiet_hours", changes::add);
    assertThat(changes).containsExactly("here", false, null);
  }

  @Test
  void a_member_of_the_wrong_type_is_refused() {
    Patch patch = patch("{\"a\":5,\"b\":\"true\",\"c\":[],\"d\":null}");
    refuses(CommonCode.INVALID_INPUT, () -> patch.text("a", text -> {}));
    refuses(CommonCode.INVALID_INPUT, () -> patch.text("d", text -> {}));
    refuses(CommonCode.INVALID_INPUT, () -> patch.flag("b", flag -> {}));
    refuses(CommonCode.INVALID_INPUT, () -> patch.flag("d", flag -> {}));
    refuses(CommonCode.INVALID_INPUT, () -> patch.object("c", object -> {}));
  }

  private static Patch patch(String json) {
    JsonObject members = Json.createReader(new StringReader(json)).readObject();
    return new Patch(members);
  }

  private static void refuses(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
