package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The connection ledger: nothing in it ever changes, and each side reads what they may know. */
class LedgerIT {
  private final People people = new People(ParleyServer.shared());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @Test
  void the_database_refuses_to_change_the_ledger() {
    String request = ada.requestsConnectionTo(ben);
    for (String statement :
        new String[] {
          "update connection_ledger set reason = 'another' where connection_id = '" + request + "'",
          "delete from connection_ledger where connection_id = '" + request + "'",
          "truncate connection_ledger"
        }) {
      assertThatThrownBy(() -> execute(statement))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
    }
    assertThat(Sight.of(ada).ledger(request)).hasSize(1);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = ParleyServer.shared().database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void a_line_says_when_who_what_and_why() {
    Instant before = Instant.now().minusSeconds(1);
    String request = ada.requestsConnectionTo(ben);
    JsonPath page = ben.get("connections/" + request + "/ledger/").jsonPath();
    assertThat(page.getMap("items[0]").keySet())
        .containsExactlyInAnyOrder("at", "actor", "change", "reason");
    assertThat(Instant.parse(page.getString("items[0].at")))
        .isBetween(before, Instant.now().plusSeconds(1));
  }

  @Test
  void the_ledger_has_pages() {
    String connection = ada.connectsWith(ben);
    ada.removes(connection);
    JsonPath first = ada.get("connections/" + connection + "/ledger/?limit=2").jsonPath();
    assertThat(first.getList("items.change")).containsExactly("requested", "approved");
    JsonPath second =
        ada.get("connections/" + connection + "/ledger/?limit=2&cursor=" + first.getString("next"))
            .jsonPath();
    assertThat(second.getList("items.change")).containsExactly("removed");
    assertThat(second.getString("next")).isNull();
    ada.get("connections/" + connection + "/ledger/?cursor=junk").then().statusCode(400);
  }

  @Test
  void what_one_side_keeps_to_itself_the_other_never_reads() {
    String request = ada.requestsConnectionTo(ben);
    ben.ignores(request);
    ben.blocks(ada);
    ben.unblocks(ada);
    assertThat(Sight.of(ben).ledger(request))
        .containsExactly(
            "requested by " + ada.username(),
            "ignored by " + ben.username(),
            "blocked by " + ben.username(),
            "unblocked by " + ben.username());
    assertThat(Sight.of(ada).ledger(request)).containsExactly("requested by " + ada.username());
  }
}
