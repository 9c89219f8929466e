package dev.parley.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.sql.SQLException;
import java.time.Duration;

/** What is seen of a server that is told to stop while it answers somebody. */
public final class OrderlyStop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ParleyServer server;
  private final int opsPort;

  private OrderlyStop(ParleyServer server, int opsPort) {
    this.server = server;
    this.opsPort = opsPort;
  }

  /**
   * Looks on while this server stops.
   *
   * @param opsPort where it says whether it is ready
   * @param notice whether it gives balancers notice, in which it takes requests as before
   * @param tellToStop tells the server to stop, and need not wait until it has
   */
  public static void of(
      ParleyServer server, int opsPort, Person somebody, boolean notice, Runnable tellToStop)
      throws SQLException {
    new OrderlyStop(server, opsPort).lookOn(somebody, notice, tellToStop);
  }

  private void lookOn(Person somebody, boolean notice, Runnable tellToStop) throws SQLException {
    LiveClient live = somebody.opensLiveSession().settles();
    try (RequestUnderWay running = RequestUnderWay.begin(somebody, server.database())) {
      assertThat(readiness()).isEqualTo(200);
      tellToStop.run();
      await().atMost(PATIENCE).until(() -> readiness() == 503);
      if (notice) {
        given().get(server.api().resolve("config/")).then().statusCode(200);
        assertThat(live.isOpen()).isTrue();
      }
      assertThat(live.awaitCloseCode()).isEqualTo(1012);
      assertThat(live.closeReason()).isEqualTo("restart");
      given()
          .get(server.api().resolve("config/"))
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .body("code", equalTo("unavailable"));
      assertThat(readiness()).isEqualTo(503);
      running
          .answer()
          .then()
          .statusCode(200)
          .body("status_text", equalTo("said at the last moment"));
    }
  }

  private int readiness() {
    return given().get("http://localhost:" + opsPort + "/health/ready").statusCode();
  }
}
