package dev.parley.administration.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why an administrator does something. */
class ReasonTest {

  @Test
  void a_reason_is_kept_without_what_surrounds_it() {
    assertThat(Reason.required("  spam \n")).isEqualTo("spam");
  }

  @Test
  void characters_are_counted_as_people_count_them() {
    assertThat(Reason.required("😀".repeat(500))).hasSize(1000);
    assertThatThrownBy(() -> Reason.required("😀".repeat(501))).isInstanceOf(DomainException.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  \n ", "a\0b", "a\ud83d"})
  void nothing_and_what_cannot_be_kept_is_no_reason(String given) {
    assertThatThrownBy(() -> Reason.required(given))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code().word()).isEqualTo("reason_required"));
  }

  @Test
  void where_none_is_needed_nothing_is_none() {
    assertThat(Reason.optional(" ")).isNull();
    assertThat(Reason.optional("so")).isEqualTo("so");
  }
}
