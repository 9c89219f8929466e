package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Sight;
import dev.parley.journey.StrictServer;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The caps, the cool-down and the end of requests that nobody answers, with small limits. */
@ResourceLock("the strict server")
class RequestLimitsIT {
  private final ParleyServer server = StrictServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");

  private static Response asks(Person sender, Person receiver) {
    return sender.post("connections/", Map.of("receiver", receiver.username()));
  }

  @Test
  void exactly_as_many_requests_may_be_pending_as_the_limit_says() {
    List<String> pending = new ArrayList<>();
    for (int i = 0; i < StrictServer.PENDING; i++) {
      pending.add(ada.requestsConnectionTo(people.register("ben")));
    }
    Person one = people.register("one");
    Response refused = asks(ada, one);
    refused.then().statusCode(429).body("code", equalTo("too_many_pending"));
    // The three expire ten seconds after they were sent; that the first does is enough.
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
    assertThat(Sight.of(ada).reasonsAgainst(one)).containsExactly("too_many_pending");

    ada.withdraws(pending.get(0)).then().statusCode(200);
    asks(ada, one).then().statusCode(201);
  }

  @Test
  void who_has_too_many_pending_is_told_when_the_first_of_them_ends() {
    List<String> pending = new ArrayList<>();
    for (int i = 0; i < StrictServer.PENDING; i++) {
      pending.add(ada.requestsConnectionTo(people.register("ben")));
    }
    endsIn(pending.get(0), Duration.ofHours(9));
    endsIn(pending.get(1), Duration.ofHours(3));
    endsIn(pending.get(2), Duration.ofHours(5));
    Response refused = asks(ada, people.register("one"));
    refused.then().statusCode(429).body("code", equalTo("too_many_pending"));
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(10_700, 10_800);
  }

  private void endsIn(String request, Duration time) {
    change(
        "update user_connection set expires_at = now() + make_interval(secs => ?) where id = ?::uuid",
        time.toSeconds(),
        request);
  }

  @Test
  void a_crossing_request_is_no_new_one_for_the_caps() {
    for (int i = 0; i < StrictServer.PENDING; i++) {
      ada.requestsConnectionTo(people.register("ben"));
    }
    Person eve = people.register("eve");
    eve.requestsConnectionTo(ada);
    asks(ada, eve).then().statusCode(200).body("status", equalTo("approved"));
  }

  @Test
  void exactly_as_many_requests_are_sent_in_a_day_as_the_limit_says() {
    String oldest = null;
    for (int i = 0; i < StrictServer.A_DAY; i++) {
      Person ben = people.register("ben");
      String request = ada.requestsConnectionTo(ben);
      asks(ada, ben).then().statusCode(200);
      asks(ada, ben).then().statusCode(200);
      ada.withdraws(request).then().statusCode(200);
      oldest = oldest == null ? request : oldest;
    }
    Person one = people.register("one");
    Response refused = asks(ada, one);
    refused.then().statusCode(429).body("code", equalTo("too_many_requests"));
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(86_000, 86_400);

    wasSent(oldest, Duration.ofHours(24).minusMinutes(5));
    assertThat(Integer.parseInt(asks(ada, one).header("Retry-After"))).isBetween(200, 300);

    wasSent(oldest, Duration.ofHours(24).plusSeconds(1));
    asks(ada, one).then().statusCode(201);
  }

  private void wasSent(String request, Duration ago) {
    change(
        "update user_connection set created_at = now() - make_interval(secs => ?) where id = ?::uuid",
        ago.toSeconds(),
        request);
  }

  @Test
  void after_the_cool_down_a_rejected_sender_may_ask_again() {
    Person ben = people.register("ben");
    ben.rejects(ada.requestsConnectionTo(ben));
    Response refused = asks(ada, ben);
    refused.then().statusCode(409).body("code", equalTo("request_cooldown"));
    assertThat(Instant.parse(refused.path("retry_at"))).isBefore(Instant.now().plusSeconds(3));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> asks(ada, ben).then().statusCode(201));
  }

  @Test
  void requests_expire_quiet_ones_too() {
    Person ben = people.register("ben");
    Person cyd = people.register("cyd");
    Person dan = people.register("dan");
    dan.blocks(ada).then().statusCode(204);
    Instant before = Instant.now();
    String plain = ada.requestsConnectionTo(ben);
    String ignored = ada.requestsConnectionTo(cyd);
    String blocked = ada.requestsConnectionTo(dan);
    cyd.ignores(ignored).then().statusCode(200);
    Sight adas = Sight.of(ada);
    Sight bens = Sight.of(ben);
    Sight cyds = Sight.of(cyd);
    Sight dans = Sight.of(dan);
    assertThat(Instant.parse(adas.connection(plain).getString("expires_at")))
        .isBetween(before.plusSeconds(9), Instant.now().plusSeconds(11));

    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                adas.status(plain).equals("expired")
                    && adas.status(ignored).equals("expired")
                    && adas.status(blocked).equals("expired"));

    assertThat(adas.events()).containsOnly("connection.expired").hasSize(3);
    assertThat(bens.events()).containsExactly("connection.expired", "notification.read");
    assertThat(cyds.events()).containsExactly("connection.expired");
    assertThat(dans.events()).containsExactly("connection.expired");
    assertThat(bens.bell()).containsExactly("connection.requested read");
    assertThat(adas.bell()).isEmpty();
    for (String request : List.of(plain, ignored, blocked)) {
      assertThat(adas.ledger(request))
          .containsExactly("requested by " + ada.username(), "expired by null");
      assertThat(adas.connection(request).getInt("version")).isEqualTo(2);
    }
    assertThat(adas.listsNaming(ben)).isEmpty();
    assertThat(cyds.connections("?status=ignored")).isEmpty();
    ben.accepts(plain)
        .then()
        .statusCode(409)
        .body("code", equalTo("request_not_pending"))
        .body("current.status", equalTo("expired"));
    asks(ada, ben).then().statusCode(201);
  }

  @Test
  void a_connection_never_expires() {
    Person ben = people.register("ben");
    String connection = ada.connectsWith(ben);
    change(
        "update user_connection set expires_at = now() - interval '1 hour' where id = ?::uuid",
        connection);
    Person eve = people.register("eve");
    String request = ada.requestsConnectionTo(eve);
    Sight eves = Sight.of(eve);
    await().atMost(Duration.ofSeconds(60)).until(() -> eves.status(request).equals("expired"));
    assertThat(Sight.of(ada).status(connection)).isEqualTo("approved");
  }

  private void change(String sql, Object... values) {
    try (Connection connection = server.database().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
