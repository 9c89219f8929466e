package dev.parley.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.FieldError;
import dev.parley.identity.account.AccountCode;
import java.time.Duration;
import java.util.stream.Stream;
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

  @Test
  void signs_that_look_like_letters_are_measured_as_fast_as_others() {
    String signs = "4@8({[<369!1|07$5+%2".repeat(4).substring(0, 64);
    String digits = "0123456789".repeat(7).substring(0, 64);
    assertThat(fastest(signs)).isLessThan(fastest(digits).multipliedBy(25));
  }

  private static Duration fastest(String password) {
    return Stream.generate(() -> timeOf(password)).limit(4).min(Duration::compareTo).orElseThrow();
  }

  private static Duration timeOf(String password) {
    long begin = System.nanoTime();
    catchThrowable(() -> PasswordRule.checked(password, "ann", "password"));
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P@ssw0rd", "p4$$w0rd", "|3tm31n", "@!1|7$5p4ssw0rd"})
  void a_common_password_is_found_behind_few_signs(String password) {
    assertThat(LookalikeSigns.bounded(password))
        .contains(password.substring(password.length() - 6));
  }

  @Test
  void of_too_many_signs_for_one_letter_the_first_stays() {
    assertThat(LookalikeSigns.bounded("({[<!|@4ssword")).isEqualTo("(ÿÿÿ!|@ÿssword");
  }
}
