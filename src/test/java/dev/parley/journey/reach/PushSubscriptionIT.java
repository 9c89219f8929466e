package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Administrator;
import dev.parley.journey.Database;
import dev.parley.journey.Mailbox;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.PushService;
import dev.parley.journey.Subscriber;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Which browsers are pushed to, and when no more. */
class PushSubscriptionIT {
  private static final String LAST = "and this one is told";

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Database database = new Database(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  private int subscriptionsOf(Person person) {
    return Integer.parseInt(
        database.look(
            "select count(*) from push_subscription where user_id = ?::uuid", person.id()));
  }

  @Test
  void a_browser_that_subscribes_again_stays_the_same_with_its_new_keys() {
    Mailbox mailbox = PushService.shared().opensMailbox();
    Subscriber first = Subscriber.by(ben, mailbox);
    mailbox.changesItsKeys();
    Subscriber.subscribes(ben, mailbox)
        .then()
        .statusCode(200)
        .body("id", equalTo(first.subscription()));
    ada.requestsConnectionTo(ben);
    assertThat(mailbox.awaitFirst().getString("body")).contains(ada.username());
  }

  @Test
  void a_browser_is_of_whoever_used_it_last() {
    Mailbox mailbox = PushService.shared().opensMailbox();
    Subscriber bens = Subscriber.by(ben, mailbox);
    Person cyd = people.register("cyd");
    Subscriber cyds = Subscriber.by(cyd, mailbox);
    assertThat(cyds.subscription()).isNotEqualTo(bens.subscription());
    bens.unsubscribes().then().statusCode(404);
    ada.requestsConnectionTo(ben);
    ada.requestsConnectionTo(cyd);
    assertThat(mailbox.awaitFirst().getString("path")).isEqualTo("/requests/" + ada.username());
    assertThat(cyd.get("notifications/").<String>path("items[0].id"))
        .isEqualTo(mailbox.awaitFirst().getString("tag"));
  }

  @Test
  void whoever_names_the_endpoint_of_another_without_its_keys_takes_and_learns_nothing() {
    Mailbox mailbox = PushService.shared().opensMailbox();
    Subscriber bens = Subscriber.by(ben, mailbox);
    Map<String, Object> forged = new HashMap<>(mailbox.subscription());
    Map<String, Object> unheardOf = PushService.shared().opensMailbox().subscription();
    forged.put("keys", unheardOf.get("keys"));
    Response taken = ada.post("push/subscriptions/", forged);
    Response ordinary = people.register("dan").post("push/subscriptions/", unheardOf);
    assertThat(taken.statusCode()).isEqualTo(ordinary.statusCode()).isEqualTo(201);
    assertThat(taken.<Map<?, ?>>path("$").keySet())
        .isEqualTo(ordinary.<Map<?, ?>>path("$").keySet());
    assertThat(bens.isKnownTo(server)).isTrue();
    people.register("cyd").requestsConnectionTo(ben);
    assertThat(mailbox.awaitFirst().getString("path")).startsWith("/requests/cyd");
    ada.delete("push/subscriptions/" + taken.path("id") + "/").then().statusCode(204);
    assertThat(bens.isKnownTo(server)).isTrue();
  }

  @Test
  void a_subscription_is_taken_back_by_its_owner_alone() {
    Subscriber bens = Subscriber.of(ben);
    ada.delete("push/subscriptions/" + bens.subscription() + "/").then().statusCode(404);
    assertThat(bens.isKnownTo(server)).isTrue();
    bens.unsubscribes().then().statusCode(204);
    assertThat(bens.isKnownTo(server)).isFalse();
    bens.unsubscribes().then().statusCode(404);
    ben.delete("push/subscriptions/junk/").then().statusCode(404);
  }

  @Test
  void signing_out_takes_the_browser_of_that_sign_in_and_no_other() {
    Person elsewhere = ben.onAnotherDevice();
    Subscriber here = Subscriber.of(ben);
    Subscriber there = Subscriber.of(elsewhere);
    ben.post("logout/").then().statusCode(204);
    assertThat(here.isKnownTo(server)).isFalse();
    ada.requestsConnectionTo(ben);
    there.mailbox().awaitDeliveries(1);
    assertThat(here.mailbox().deliveries()).isEmpty();
  }

  @Test
  void revoking_a_sign_in_takes_its_browser() {
    Subscriber bens = Subscriber.of(ben);
    Person elsewhere = ben.onAnotherDevice();
    String session =
        elsewhere.get("me/sessions/").jsonPath().getString("items.find { !it.current }.id");
    elsewhere.delete("me/sessions/" + session + "/").then().statusCode(204);
    assertThat(bens.isKnownTo(server)).isFalse();
  }

  @Test
  void changing_the_password_takes_the_browsers_of_all_other_sign_ins() {
    Subscriber here = Subscriber.of(ben);
    Subscriber there = Subscriber.of(ben.onAnotherDevice());
    ben.post(
            "me/password/",
            Map.of("current_password", ben.password(), "new_password", "another good one indeed"))
        .then()
        .statusCode(204);
    assertThat(there.isKnownTo(server)).isFalse();
    ada.requestsConnectionTo(ben);
    here.mailbox().awaitDeliveries(1);
    assertThat(there.mailbox().deliveries()).isEmpty();
  }

  @Test
  void who_is_disabled_or_deleted_is_pushed_to_no_more() {
    Subscriber bens = Subscriber.of(ben);
    Administrator.of(server).disables(ben).then().statusCode(200);
    assertThat(bens.isKnownTo(server)).isFalse();
    Person cyd = people.register("cyd");
    Subscriber cyds = Subscriber.of(cyd);
    cyd.call()
        .contentType("application/json")
        .body(Map.of("password", cyd.password()))
        .delete(cyd.address("me/"))
        .then()
        .statusCode(204);
    assertThat(cyds.isKnownTo(server)).isFalse();
  }

  @Test
  void a_sign_in_that_has_expired_is_pushed_to_no_more() {
    Subscriber here = Subscriber.of(ben);
    Subscriber there = Subscriber.of(ben.onAnotherDevice());
    database.change(
        "update sign_in set idle_expires_at = now() - interval '1 day' where id ="
            + " (select sign_in_id from push_subscription where id = ?::uuid)",
        there.subscription());
    ada.requestsConnectionTo(ben);
    here.mailbox().awaitDeliveries(1);
    assertThat(there.mailbox().deliveries()).isEmpty();
  }

  @Test
  void what_is_no_subscription_of_a_known_service_is_refused() {
    Map<String, Object> sound = PushService.shared().opensMailbox().subscription();
    for (String endpoint :
        List.of(
            "https://fcm.googleapis.com/fcm/send/x",
            "https://evil.example/x",
            "http://127.0.0.1:1/x",
            "http://127.0.0.1/x",
            "http://169.254.169.254/latest/meta-data",
            server.base() + "/chat/api/logout/",
            PushService.shared().origin() + "@evil.example/x",
            PushService.shared().origin() + "/x y",
            PushService.shared().origin() + "/é",
            PushService.shared().origin() + "/" + "x".repeat(2_000),
            "file:///etc/passwd",
            "no address",
            "")) {
      refused(sound, "endpoint", endpoint, "endpoint");
    }
    refused(sound, "endpoint", null, "endpoint");
    refused(sound, "keys", null, "keys");
    Map<?, ?> keys = (Map<?, ?>) sound.get("keys");
    refused(sound, "keys", Map.of("p256dh", keys.get("p256dh"), "auth", "AAAA"), "auth");
    refused(sound, "keys", Map.of("p256dh", keys.get("p256dh")), "auth");
    refused(sound, "keys", Map.of("p256dh", "BAAA", "auth", keys.get("auth")), "p256dh");
    refused(sound, "keys", Map.of("auth", keys.get("auth")), "p256dh");
    assertThat(subscriptionsOf(ben)).isZero();
  }

  @Test
  void an_endpoint_may_have_two_thousand_characters_of_any_kind() {
    Map<String, Object> sound = PushService.shared().opensMailbox().subscription();
    String begin = PushService.shared().origin() + "/";
    byte[] random = new byte[2_000];
    new SecureRandom().nextBytes(random);
    String end = Base64.getUrlEncoder().encodeToString(random).substring(0, 2_000 - begin.length());
    sound.put("endpoint", begin + end);
    ben.post("push/subscriptions/", sound).then().statusCode(201);
  }

  private void refused(Map<String, Object> sound, String member, Object value, String field) {
    Map<String, Object> wrong = new HashMap<>(sound);
    wrong.put(member, value);
    Response answer = ben.post("push/subscriptions/", wrong);
    answer
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_input"))
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void an_export_tells_the_service_and_no_secret() throws IOException {
    Mailbox mailbox = Subscriber.of(ben).mailbox();
    String told = exported("push-subscriptions.json");
    assertThat(told).contains("127.0.0.1", "created_at").doesNotContain(mailbox.path());
    for (Object secret : ((Map<?, ?>) mailbox.subscription().get("keys")).values()) {
      assertThat(told).doesNotContain((String) secret);
    }
  }

  private String exported(String name) throws IOException {
    byte[] file = ben.get("me/export/").then().statusCode(200).extract().asByteArray();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("There is no " + name);
  }
}
