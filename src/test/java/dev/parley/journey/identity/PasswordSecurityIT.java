package dev.parley.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords: taken as they are, not too easy, kept as argon2id, never in the way of others. */
class PasswordSecurityIT {
  private static final Duration GENEROUS = Duration.ofSeconds(20);
  private static final ParleyServer SERVER =
      ParleyServer.start(
          "it-passwords",
          Map.of(
              "parley.limits.logins-per-address", "0",
              "parley.limits.registrations-per-address", "0"));

  private final Anybody anybody = new Anybody(SERVER);
  private final People people = new People(SERVER);
  private final Database database = new Database(SERVER);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String newName() {
    return "pw-" + UUID.randomUUID().toString().substring(0, 8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "ann-password-1",
        "Str0ng-enough!42",
        "x7Kq9mPz",
        "  two  spaces ",
        "пароль с котом",
        "🔐🐈🌍🎈🚲🍋🎲🧩",
        "nul\u0000in the middle"
      })
  void a_password_counts_character_by_character(String password) {
    String name = newName();
    anybody.registers(name, password).then().statusCode(201);
    anybody.signsIn(name, password).then().statusCode(200);
    String shorter = password.substring(0, password.offsetByCodePoints(0, 7));
    for (String other : List.of(password.strip() + "!", password + " ", shorter)) {
      anybody.signsIn(name, other).then().statusCode(401);
    }
  }

  @Test
  void a_password_has_8_to_128_characters() {
    String most = "🐈b3".repeat(42) + "🔐🎈";
    assertThat(most.codePointCount(0, most.length())).isEqualTo(128);
    String name = newName();
    anybody.registers(name, most).then().statusCode(201);
    anybody.signsIn(name, most).then().statusCode(200);
    for (String wrong : List.of("x7Kq9mP", most + "x", "🔐🐈🌍🎈🚲🍋🎲")) {
      anybody
          .registers(newName(), wrong)
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid_input"))
          .body("errors[0].field", equalTo("password"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password1", "12345678", "qwertyuiop", "aaaaaaaa", "Passw0rd!", "iloveyou1"})
  void what_everybody_tries_first_is_refused(String password) {
    anybody
        .registers(newName(), password)
        .then()
        .statusCode(400)
        .body("code", equalTo("weak_password"));
  }

  @Test
  void the_own_name_is_no_password() {
    String name = newName();
    for (String password : List.of(name, name.toUpperCase(java.util.Locale.ROOT), name + "1!")) {
      anybody
          .registers(name, password)
          .then()
          .statusCode(400)
          .body("code", equalTo("weak_password"));
    }
    Person ada = people.register("pw");
    ada.post(
            "me/password/",
            java.util.Map.of("current_password", ada.password(), "new_password", ada.username()))
        .then()
        .statusCode(400)
        .body("code", equalTo("weak_password"));
  }

  @Test
  void a_password_is_kept_as_argon2id_with_19_mib_and_two_passes() {
    Person ada = people.register("pw");
    assertThat(hashOf(ada)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashOf(people.register("pw"))).isNotEqualTo(hashOf(ada));
  }

  @Test
  void a_hash_with_older_parameters_is_renewed_at_the_next_sign_in() {
    Person ada = people.register("pw");
    String older =
        Password.hash(ada.password())
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
            .getResult();
    database.change("update users set password_hash = ? where username = ?", older, ada.username());
    anybody.signsIn(ada.username(), "not the password").then().statusCode(401);
    assertThat(hashOf(ada)).isEqualTo(older);
    anybody.signsIn(ada.username(), ada.password()).then().statusCode(200);
    assertThat(hashOf(ada)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    anybody.signsIn(ada.username(), ada.password()).then().statusCode(200);
  }

  private String hashOf(Person person) {
    return database.look("select password_hash from users where username = ?", person.username());
  }

  @Test
  void a_flood_of_sign_ins_leaves_the_other_calls_working() {
    Person ada = people.register("pw");
    ExecutorService flood = Executors.newFixedThreadPool(50);
    try {
      List<CompletableFuture<Response>> logins =
          IntStream.range(0, 50)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> anybody.signsIn("pw-nobody-" + i, "not the password"), flood))
              .toList();
      for (int i = 0; i < 20; i++) {
        assertThat(ada.get("me/").then().statusCode(200).extract().time())
            .isLessThan(GENEROUS.toMillis());
        anybody.gets("config/").then().statusCode(200);
      }
      assertThat(logins)
          .allSatisfy(
              login -> {
                Response answer = login.join();
                assertThat(answer.statusCode()).isIn(401, 503);
                assertThat(answer.header("Retry-After") != null)
                    .isEqualTo(answer.statusCode() == 503);
              });
    } finally {
      flood.shutdownNow();
    }
  }

  @Test
  void a_flood_of_registrations_holds_up_no_sign_in() {
    Person ada = people.register("pw");
    String signs = "4@8({[<369!1|07$5+%2".repeat(4).substring(0, 64);
    ExecutorService flood = Executors.newFixedThreadPool(60);
    try {
      List<CompletableFuture<Response>> registrations =
          IntStream.range(0, 180)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> anybody.registers(newName(), signs), flood))
              .toList();
      for (int i = 0; i < 8; i++) {
        anybody
            .signsIn(ada.username(), ada.password())
            .then()
            .statusCode(200)
            .time(lessThan(GENEROUS.toMillis()));
      }
      assertThat(registrations)
          .allSatisfy(one -> assertThat(one.join().statusCode()).isIn(201, 503));
    } finally {
      flood.shutdownNow();
    }
  }
}
