package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Anybody;
import dev.parley.journey.AtOnce;
import dev.parley.journey.Database;
import dev.parley.journey.ParleyServer;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Guessing becomes slow, for an account and from an address, and the owner is not locked out. */
class ThrottlingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PASSWORD = "correct horse battery";
  private static final ParleyServer SERVER =
      ParleyServer.start(
          "it-limited",
          Map.of(
              "parley.limits.logins-per-account", "3",
              "parley.limits.logins-per-address", "6",
              "parley.limits.registrations-per-address", "2",
              "parley.trusted-proxies", "127.0.0.1,0:0:0:0:0:0:0:1"));
  private final Anybody anybody = new Anybody(SERVER);
  private final Database database = new Database(SERVER);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private void registers(String name, String address) {
    anybody.at(address).registers(name, PASSWORD).then().statusCode(201);
  }

  private static int wait(Response answer) {
    answer.then().statusCode(429).body("code", equalTo("too_many_attempts"));
    return Integer.parseInt(answer.header("Retry-After"));
  }

  @Test
  void an_account_waits_longer_after_each_wrong_password_and_then_opens_again() {
    Anybody owner = anybody.at("192.0.2.1");
    registers("slow", "192.0.2.1");
    List<Double> waits = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      untilRefused(() -> owner.signsIn("SLOW", "wrong"));
      waits.add(waitFor("slow@192.0.2.1"));
      await()
          .atMost(PATIENCE)
          .until(() -> owner.signsIn("slow", "wrong again").statusCode() == 401);
    }
    assertThat(waits).isSorted().doesNotHaveDuplicates();
    await().atMost(PATIENCE).until(() -> owner.signsIn("slow", PASSWORD).statusCode() == 200);
    assertThat(waitFor("slow@192.0.2.1")).isZero();
  }

  /** Goes on until the wait is longer than the machine is slow. */
  private static Response untilRefused(Callable<Response> attempt) {
    return await().atMost(PATIENCE).until(attempt, answer -> answer.statusCode() == 429);
  }

  /** How many seconds the last failure of this account at this address costs. */
  private double waitFor(String pair) {
    String seconds =
        database.look(
            "select extract(epoch from blocked_until - updated_at) from throttle where key = 'pair:'"
                + " || rtrim(translate(encode(sha256(convert_to(?, 'UTF8')), 'base64'), '+/', '-_'), '=')",
            pair);
    return seconds == null ? 0 : Double.parseDouble(seconds);
  }

  @Test
  void many_guesses_at_once_are_not_more_than_in_a_row() {
    registers("burst", "192.0.2.2");
    List<Integer> answers =
        AtOnce.times(12, i -> anybody.at("192.0.2.2").signsIn("burst", "wrong " + i).statusCode());
    assertThat(answers).containsOnly(401, 429);
    assertThat(answers).filteredOn(status -> status == 401).hasSizeBetween(3, 8);
  }

  @Test
  void strangers_from_everywhere_do_not_lock_the_owner_out() {
    registers("usual", "192.0.2.3");
    List<Response> strangers = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      strangers.add(anybody.at("198.51.100." + i).signsIn("usual", "wrong"));
    }
    List<Response> refused = strangers.stream().filter(a -> a.statusCode() == 429).toList();
    assertThat(refused).isNotEmpty().allSatisfy(answer -> assertThat(wait(answer)).isPositive());
    anybody.at("192.0.2.3").signsIn("usual", PASSWORD).then().statusCode(200);
  }

  @Test
  void an_address_that_guesses_names_waits_and_others_do_not() {
    Anybody guesser = anybody.at("203.0.113.1");
    for (int i = 0; i < 6; i++) {
      guesser.signsIn("nobody-" + i, "wrong").then().statusCode(401);
    }
    assertThat(wait(untilRefused(() -> guesser.signsIn("nobody-else", "wrong")))).isPositive();
    anybody.at("203.0.113.2").signsIn("nobody-7", "wrong").then().statusCode(401);
  }

  @Test
  void what_was_tried_is_kept_hashed() {
    anybody.at("203.0.113.3").signsIn("typed my secret here", "wrong").then().statusCode(401);
    assertThat(database.look("select key from throttle where key like '%secret%'")).isNull();
  }

  @Test
  void the_password_is_no_easier_to_guess_within_a_sign_in() {
    Response tokens = anybody.at("192.0.2.4").registers("inside", PASSWORD);
    Anybody thief = anybody.with("Authorization", "Bearer " + tokens.path("access_token"));
    Map<String, String> guess =
        Map.of("current_password", "wrong", "new_password", "quite another one");
    for (int i = 0; i < 3; i++) {
      thief
          .posts("me/password/", guess)
          .then()
          .statusCode(403)
          .body("code", equalTo("wrong_password"));
    }
    assertThat(wait(untilRefused(() -> thief.posts("me/password/", guess)))).isPositive();
  }

  @Test
  void an_address_registers_so_many_in_an_hour() {
    registers("many-1", "192.0.2.5");
    registers("many-2", "192.0.2.5");
    assertThat(wait(anybody.at("192.0.2.5").registers("many-3", PASSWORD))).isBetween(3000, 3600);
    registers("many-3", "192.0.2.6");
    database.change(
        "update throttle set updated_at = updated_at - interval '61 minutes' where key like 'register:%'");
    registers("many-4", "192.0.2.5");
  }

  @Test
  void a_registration_is_counted_before_its_password_is_looked_at() {
    Anybody hasty = anybody.at("192.0.2.12");
    for (int i = 0; i < 2; i++) {
      hasty.registers("hasty", "password1").then().body("code", equalTo("weak_password"));
    }
    assertThat(wait(hasty.registers("hasty", "password1"))).isPositive();
  }

  @Test
  void nobody_can_tell_an_unknown_name_from_a_wrong_password() {
    registers("known", "192.0.2.7");
    List<Response> known = new ArrayList<>();
    List<Response> unknown = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      known.add(anybody.at("192.0.2.7").signsIn("known", "wrong password"));
      unknown.add(anybody.at("192.0.2.8").signsIn("unknown", "wrong password"));
      database.change("delete from throttle");
    }
    known.get(0).then().statusCode(401).body("code", equalTo("invalid_credentials"));
    assertThat(unknown)
        .allSatisfy(answer -> assertThat(answer.asString()).isEqualTo(known.get(0).asString()));
    // Hashing is what takes the time: without it an unknown name would be answered many times
    // faster.
    assertThat(median(unknown)).isGreaterThan(median(known) / 3);
    assertThat(median(known)).isGreaterThan(median(unknown) / 3);
  }

  @Test
  void another_spelling_of_an_unknown_name_is_the_same_name() {
    for (String spelling : List.of("spelled", "SPELLED", "Spelled")) {
      anybody.at("192.0.2.11").signsIn(spelling, "wrong").then().statusCode(401);
    }
    assertThat(waitFor("spelled@192.0.2.11")).isPositive();
  }

  private static double median(List<Response> answers) {
    return answers.stream()
        .flatMapToLong(a -> LongStream.of(a.time()))
        .sorted()
        .skip(answers.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void behind_a_proxy_that_ends_tls_the_cookie_is_secure() {
    registers("secure", "192.0.2.9");
    Cookie kept =
        anybody
            .at("192.0.2.9")
            .with("X-Forwarded-Proto", "https")
            .posts("login/", Map.of("username", "secure", "password", PASSWORD, "use_cookie", true))
            .detailedCookie("parley_refresh");
    assertThat(kept.isSecured()).isTrue();
  }

  @Test
  void the_address_of_a_sign_in_is_what_the_trusted_proxy_says() {
    Response tokens = anybody.at("192.0.2.10").registers("placed", PASSWORD);
    anybody
        .with("Authorization", "Bearer " + tokens.path("access_token"))
        .gets("me/sessions/")
        .then()
        .body("items[0].address", equalTo("192.0.2.10"));
  }
}
