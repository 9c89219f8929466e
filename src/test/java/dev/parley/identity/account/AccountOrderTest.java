package dev.parley.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words for the orders of accounts. */
class AccountOrderTest {

  @ParameterizedTest
  @CsvSource({
    "username,USERNAME",
    "-username,USERNAME_DOWN",
    "created_at,CREATED_AT",
    "-created_at,CREATED_AT_DOWN",
    "last_sign_in_at,LAST_SIGN_IN_AT",
    "-last_sign_in_at,LAST_SIGN_IN_AT_DOWN"
  })
  void each_order_has_its_word(String word, AccountOrder order) {
    assertThat(AccountOrder.of(word)).isSameAs(order);
  }

  @Test
  void without_a_word_accounts_come_by_name() {
    assertThat(AccountOrder.of(null)).isSameAs(AccountOrder.USERNAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "id", "--username", "username_down", "password_hash"})
  void any_other_word_is_refused(String word) {
    assertThatThrownBy(() -> AccountOrder.of(word)).isInstanceOf(DomainException.class);
  }
}
