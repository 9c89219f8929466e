package dev.parley.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
  @ParameterizedTest
  @ValueSource(strings = {"ada", "a.b", "0-9", "a_b-c.d", "abcdefghijklmnopqrstuvwxyz012345"})
  void letters_digits_and_some_signs_within_make_a_username(String name) {
    assertThat(Username.checked(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ab",
        ".ada",
        "ada-",
        "a da",
        "ada\n",
        "adä",
        "\u212Aelvin",
        "\u0130sa",
        "a\u0000b"
      })
  void anything_else_is_none(String name) {
    assertThatThrownBy(() -> Username.checked(name))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> assertThat(e.code()).isEqualTo(AccountCode.INVALID_USERNAME));
  }

  @Test
  void capitals_are_folded() {
    assertThat(Username.checked("Ada.LOVELACE")).isEqualTo("ada.lovelace");
    assertThat(Username.fold(null)).isEmpty();
  }

  @Test
  void the_names_of_deleted_accounts_are_taken() {
    assertThatThrownBy(() -> Username.checked("Deleted-0123456789ab"))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(AccountCode.USERNAME_TAKEN));
    assertThat(Username.checked("deleted-scenes")).isEqualTo("deleted-scenes");
  }

  @Test
  void a_word_of_our_addresses_is_taken() {
    assertThatThrownBy(() -> Username.checked("Import"))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(AccountCode.USERNAME_TAKEN));
    assertThat(Username.checked("importer")).isEqualTo("importer");
  }
}
