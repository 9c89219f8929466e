package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import dev.parley.problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "ann-password-1",
        "Str0ng-enough!42",
        "x7Kq9mPz",
        "the first administrator",
        "  two  spaces ",
        "🔐🐈🌍🎈🚲🍋🎲🧩"
      })
  void a_reasonable_password_is_taken_as_it_is(String password) {
    assertThat(PasswordRule.checked(password, "ann", "password")).isSameAs(password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Password1",
        "PASSWORD",
        "12345678",
        "qwertyuiop",
        "1q2w3e4r",
        "aaaaaaaa",
        "abcabcabcabc",
        "letmein123",
        "trustno1",
        "        "
      })
  void what_few_guesses_find_is_refused(String password) {
    assertThatThrownBy(() -> PasswordRule.checked(password, "ann", "password"))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(AccountCode.WEAK_PASSWORD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zq-wolfgang", "ZQ-Wolfgang", "zq-wolfgang1", "!zq-wolfgang!!"})
  void the_username_with_little_more_is_refused(String password) {
    assertThatThrownBy(() -> PasswordRule.checked(password, "zq-wolfgang", "password"))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(AccountCode.WEAK_PASSWORD));
  }

  @Test
  void the_length_counts_characters_and_not_their_halves() {
    String seven = "🔐🐈🌍🎈🚲🍋🎲";
    assertThat(PasswordRule.checked("ab🐈".repeat(42) + "🔐🐈", "ann", "password"))
        .hasSizeGreaterThan(128);
    for (String wrong : new String[] {"", seven, "ab🐈".repeat(43)}) {
      assertThatThrownBy(() -> PasswordRule.checked(wrong, "ann", "password"))
          .isInstanceOfSatisfying(
              DomainException.class, e -> assertThat(e.code()).isEqualTo(CommonCode.INVALID_INPUT));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "password"})
  void a_refusal_names_the_member_that_the_password_came_in(String wrong) {
    assertThatThrownBy(() -> PasswordRule.checked(wrong, "ann", "new_password"))
        .isInstanceOfSatisfying(
            DomainException.class,
            e ->
                assertThat(e.errors())
                    .extracting(FieldError::field)
                    .containsExactly("new_password"));
  }
}
