package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database gives up because transactions wait in a ring is told as to be tried again. */
class DeadlockIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 10;

  private final ParleyServer server = ParleyServer.shared();
  private final Person ada = new People(server).register("ada");
  private final Person ben = new People(server).register("ben");

  @BeforeEach
  void ada_has_a_journal() {
    ada.blocks(ben).then().statusCode(204);
  }

  @Test
  void over_rest_it_is_unavailable_for_a_while_and_then_succeeds() {
    Response answer = null;
    for (int i = 0; i < ATTEMPTS && (answer == null || answer.statusCode() == 204); i++) {
      ada.unblocks(ben);
      CompletableFuture<Response> call = new CompletableFuture<>();
      waitsInARingWith(() -> call.completeAsync(() -> ada.blocks(ben)), call::isDone);
      answer = call.join();
    }
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("5"))
        .body("code", equalTo("unavailable"));
    ada.blocks(ben).then().statusCode(204);
  }

  @Test
  void over_a_live_session_it_is_an_error_that_says_so() {
    try (LiveClient live = ada.opensLiveSession()) {
      JsonPath answer = null;
      for (int i = 0; i < ATTEMPTS && (answer == null || isAck(answer)); i++) {
        ada.unblocks(ben);
        String id = UUID.randomUUID().toString();
        waitsInARingWith(
            () ->
                live.sends(
                    "{'action':'block','id':'%s','username':'%s'}".formatted(id, ben.username())),
            () -> live.texts().stream().anyMatch(text -> text.contains(id)));
        answer = live.awaitAnswer(id);
      }
      assertThat(answer.getString("type")).isEqualTo("error");
      assertThat(answer.getString("code")).isEqualTo("unavailable");
      assertThat(answer.getString("message")).doesNotContain("deadlock");
    }
  }

  private static boolean isAck(JsonPath answer) {
    return "ack".equals(answer.getString("type"));
  }

  /**
   * Holds what ada's block of ben needs last, and then wants what it has taken first. Who waits
   * first is the one that the database gives up, if the ring closes within a second; else it is
   * this one, much later, and the block succeeds.
   */
  private void waitsInARingWith(Runnable block, BooleanSupplier isAnswered) {
    try (Connection other = server.database().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("set local deadlock_timeout = '5s'");
      run(other, "select head from journal_head where user_id = ?::uuid for update", ada.id());
      String process = String.valueOf(processOf(statement));
      block.run();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> isAnswered.getAsBoolean() || somebodyWaitsFor(process));
      closesTheRing(other);
      other.rollback();
      await().atMost(PATIENCE).until(isAnswered::getAsBoolean);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void closesTheRing(Connection other) throws SQLException {
    try {
      run(
          other,
          "insert into block (blocker_id, blocked_id, created_at) values (?::uuid, ?::uuid, now())",
          ada.id(),
          ben.id());
    } catch (SQLException e) {
      // This one was given up, too late for the other; the caller tries again.
      assertThat(e.getSQLState()).isIn("40P01", "23505");
    }
  }

  private boolean somebodyWaitsFor(String process) {
    return new Database(server)
            .look(
                "select 1 from pg_stat_activity where ?::int = any (pg_blocking_pids(pid)) limit 1",
                process)
        != null;
  }

  private static int processOf(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void run(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
