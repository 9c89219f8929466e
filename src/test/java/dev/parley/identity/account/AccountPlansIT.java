package dev.parley.identity.account;

import dev.parley.base.request.FoldedText;
import dev.parley.identity.account.AccountListService.AccountFilter;
import dev.parley.journey.CrowdedDatabase;
import dev.parley.journey.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a hundred thousand people a page of accounts costs the same in every order. */
class AccountPlansIT {
  private static final int PAGE = 51;
  private static final AccountFilter ANYBODY = new AccountFilter(null, null, null);
  private static final String TIME = "2024-01-01T00:00:00Z";
  private static final UUID SOMEBODY = CrowdedDatabase.person(40_000);

  @BeforeAll
  static void some_are_disabled_and_few_administer() throws SQLException {
    try (Connection connection = CrowdedDatabase.shared().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update users set roles = 'user admin' where username in ('ada.8', 'eve.4', 'greta.6')");
      statement.execute(
          "update users set enabled = false where not discoverable and abs(hashtext(username)) % 100 = 1");
      statement.execute("vacuum analyze users");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_page_in_any_order(AccountOrder order) {
    Plan.knowingValues(
            "accounts by " + order, AccountListService.statement(ANYBODY, order, false), PAGE)
        .readsAtMost(2 * PAGE);
    String place = order.isByName() ? "greta.5" : TIME;
    Plan.knowingValues(
            "further accounts by " + order,
            AccountListService.statement(ANYBODY, order, true),
            PAGE,
            "",
            place,
            SOMEBODY)
        .readsAtMost(2 * PAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xylophon", "maria", "greta.77", "eve.4242", "maria xylophon"})
  void a_search_in_any_order(String q) {
    for (AccountOrder order : AccountOrder.values()) {
      Plan.knowingValues(
              "accounts like " + q + " by " + order,
              AccountListService.statement(new AccountFilter(q, true, false), order, false),
              PAGE,
              FoldedText.pattern(q))
          .readsAtMost(60 * PAGE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_few_who_administer_or_are_disabled(AccountOrder order) {
    Plan.knowingValues(
            "administrators by " + order,
            AccountListService.statement(new AccountFilter(null, null, true), order, false),
            PAGE)
        .readsAtMost(2 * PAGE);
    Plan.knowingValues(
            "disabled accounts by " + order,
            AccountListService.statement(new AccountFilter(null, false, null), order, false),
            PAGE)
        .readsAtMost(4 * PAGE);
  }

  @Test
  void whether_another_administrator_stays() {
    Plan.of("other administrators", Administrators.OTHERS, SOMEBODY).readsAtMost(2);
  }
}
