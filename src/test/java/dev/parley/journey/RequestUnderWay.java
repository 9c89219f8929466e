package dev.parley.journey;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A request that is being answered for as long as a test wants it to be: the database holds it
 * back.
 */
public final class RequestUnderWay implements AutoCloseable {
  private static final String WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";

  private final Connection lock;
  private final CompletableFuture<Response> answer;

  private RequestUnderWay(Connection lock, CompletableFuture<Response> answer) {
    this.lock = lock;
    this.answer = answer;
  }

  /** Somebody changes their status, and the change waits; returns when it does. */
  public static RequestUnderWay begin(Person person, DataSource database) throws SQLException {
    Connection lock = database.getConnection();
    lock.setAutoCommit(false);
    try (PreparedStatement row =
        lock.prepareStatement("select id from users where username = ? for update")) {
      row.setString(1, person.username());
      row.executeQuery();
    }
    CompletableFuture<Response> answer =
        CompletableFuture.supplyAsync(
            () -> person.patch("me/", Map.of("status_text", "said at the last moment")));
    await().atMost(Duration.ofSeconds(30)).until(() -> somebodyWaits(database));
    return new RequestUnderWay(lock, answer);
  }

  private static boolean somebodyWaits(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet waiting = statement.executeQuery(WAITING)) {
      waiting.next();
      return waiting.getInt(1) > 0;
    }
  }

  /** Holds it back no longer and waits for its answer. */
  public Response answer() throws SQLException {
    lock.rollback();
    return answer.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() throws SQLException {
    lock.close();
  }
}
