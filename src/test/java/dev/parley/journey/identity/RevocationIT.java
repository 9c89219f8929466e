package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ends a sign-in ends it for REST and for its live sessions within five seconds. */
class RevocationIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final Person ada = new People(server).register("rev");

  private void isOut(Person person) {
    await().atMost(AT_ONCE).until(() -> person.get("me/").statusCode() == 401);
    anybody.refreshes(person.refreshToken()).then().statusCode(401);
  }

  @Test
  void signing_out_ends_this_sign_in_and_no_other() {
    Person elsewhere = ada.onAnotherDevice();
    try (LiveClient live = ada.opensLiveSession();
        LiveClient other = elsewhere.opensLiveSession()) {
      ada.post("logout").then().statusCode(204);
      assertThat(live.awaitCloseCode()).isEqualTo(4409);
      assertThat(live.closeReason()).isEqualTo("signed_out");
      isOut(ada);
      ada.post("logout/").then().statusCode(401).header("WWW-Authenticate", "Bearer");
      elsewhere.get("me/").then().statusCode(200);
      assertThat(other.settles().isOpen()).isTrue();
    }
  }

  @Test
  void another_password_ends_all_other_sign_ins() {
    Person elsewhere = ada.onAnotherDevice();
    String unusedTicket = elsewhere.ticket();
    try (LiveClient own = ada.opensLiveSession();
        LiveClient other = elsewhere.opensLiveSession()) {
      ada.post(
              "me/password/",
              Map.of("current_password", "not the password", "new_password", "quite another one"))
          .then()
          .statusCode(403)
          .body("code", equalTo("wrong_password"));
      ada.post(
              "me/password/",
              Map.of("current_password", ada.password(), "new_password", "quite another one"))
          .then()
          .statusCode(204);
      assertThat(other.awaitCloseCode()).isEqualTo(4409);
      isOut(elsewhere);
      anybody
          .with("Upgrade", "websocket")
          .gets("/ws/chat/?ticket=" + unusedTicket)
          .then()
          .statusCode(401);
      ada.get("me/").then().statusCode(200);
      assertThat(own.settles().isOpen()).isTrue();
    }
    anybody.refreshes(ada.refreshToken()).then().statusCode(200);
    anybody.signsIn(ada.username(), ada.password()).then().statusCode(401);
    anybody.signsIn(ada.username(), "quite another one").then().statusCode(200);
  }

  @Test
  void a_sign_in_is_seen_and_revoked_from_another_device() {
    Person phone = signsInAs("Phone/1.0\tbeta");
    try (LiveClient live = phone.opensLiveSession()) {
      JsonPath list = ada.get("me/sessions").then().statusCode(200).extract().jsonPath();
      assertThat(list.getList("items.device", String.class).get(0)).isEqualTo("Phone/1.0 beta");
      assertThat(list.getMap("items[0]").keySet())
          .containsExactlyInAnyOrder(
              "id", "current", "device", "address", "created_at", "last_used_at");
      assertThat(list.getList("items.current")).containsExactly(false, true);
      String id = list.getString("items[0].id");
      new People(server)
          .register("rev")
          .delete("me/sessions/" + id + "/")
          .then()
          .statusCode(404)
          .body("code", equalTo("not_found"));

      ada.delete("me/sessions/" + id + "/").then().statusCode(204);
      assertThat(live.awaitCloseCode()).isEqualTo(4409);
      isOut(phone);
      ada.delete("me/sessions/" + id + "/").then().statusCode(404);
      ada.delete("me/sessions/no-id/").then().statusCode(404);
      ada.get("me/sessions/").then().body("items.size()", equalTo(1));
    }
  }

  private Person signsInAs(String device) {
    Response answer = anybody.with("User-Agent", device).signsIn(ada.username(), ada.password());
    return new Person(server, ada.username(), ada.password(), answer);
  }

  @Test
  void sign_ins_come_in_pages_newest_first() {
    for (int i = 0; i < 4; i++) {
      signsInAs("Device " + i).get("me/").then().statusCode(200);
    }
    List<String> devices = new ArrayList<>();
    String next = "";
    do {
      JsonPath page =
          ada.get("me/sessions/?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next))
              .then()
              .statusCode(200)
              .body("items.created_at", everyItem(notNullValue()))
              .extract()
              .jsonPath();
      devices.addAll(page.getList("items.device"));
      next = page.getString("next");
    } while (next != null);
    assertThat(devices).hasSize(5).startsWith("Device 3", "Device 2", "Device 1", "Device 0");
    for (String wrong : List.of("limit=0", "limit=x", "cursor=!", "cursor=eA")) {
      ada.get("me/sessions/?" + wrong).then().statusCode(400).body("code", equalTo("bad_request"));
    }
  }

  @Test
  void a_disabled_account_is_out_everywhere() {
    try (LiveClient live = ada.opensLiveSession()) {
      new Database(server)
          .change("update users set enabled = false where username = ?", ada.username());
      isOut(ada);
      assertThat(live.awaitCloseCode()).isEqualTo(4403);
      assertThat(live.closeReason()).isEqualTo("account_disabled");
    }
    anybody
        .signsIn(ada.username(), ada.password())
        .then()
        .statusCode(403)
        .body("code", equalTo("account_disabled"));
    anybody
        .signsIn(ada.username(), "not the password")
        .then()
        .statusCode(401)
        .body("code", equalTo("invalid_credentials"));
  }

  @Test
  void a_role_that_is_given_or_taken_counts_within_seconds() {
    Database database = new Database(server);
    database.change("update users set roles = 'user admin' where username = ?", ada.username());
    await()
        .atMost(AT_ONCE)
        .until(() -> ada.get("me/").jsonPath().getList("roles").contains("admin"));
    database.change("update users set roles = 'user' where username = ?", ada.username());
    await()
        .atMost(AT_ONCE)
        .until(() -> !ada.get("me/").jsonPath().getList("roles").contains("admin"));
  }
}
