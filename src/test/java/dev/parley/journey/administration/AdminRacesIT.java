package dev.parley.journey.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.Administrator;
import dev.parley.journey.Database;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Administrators who act at the same moment: an enabled one always stays, and one act comes first.
 */
class AdminRacesIT {
  private static final int RACES = 50;
  private static final String ADMINISTRATORS =
      "select count(*) from users where enabled and roles = 'user admin'";

  private final ParleyServer server = ParleyServer.shared();
  private final Database database = new Database(server);
  private final People people = new People(server);
  private final Person ada = people.register("chief");
  private final Person ben = people.register("chief");

  @BeforeEach
  void only_ada_and_ben_administer() {
    database.change("update users set roles = 'user' where roles = 'user admin'");
    bothAdminister();
  }

  @AfterEach
  void root_administers_again() {
    database.change("update users set roles = 'user admin' where username = 'root'");
  }

  private void bothAdminister() {
    database.change(
        "update users set roles = 'user admin', enabled = true where id::text in (?, ?)",
        ada.id(),
        ben.id());
  }

  private List<Integer> atOnce(Supplier<Response> one, Supplier<Response> other) {
    CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> one.get().statusCode());
    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(() -> other.get().statusCode());
    return List.of(first.join(), second.join());
  }

  @Test
  void two_who_demote_each_other_leave_one() {
    Administrator first = new Administrator(ada);
    Administrator second = new Administrator(ben);
    for (int i = 0; i < RACES; i++) {
      assertThat(atOnce(() -> first.demotes(ben), () -> second.demotes(ada)))
          .containsOnlyOnce(200)
          .containsAnyOf(403, 409);
      assertThat(database.look(ADMINISTRATORS)).isEqualTo("1");
      bothAdminister();
    }
  }

  @Test
  void two_who_step_down_at_once_leave_one() {
    Administrator first = new Administrator(ada);
    Administrator second = new Administrator(ben);
    for (int i = 0; i < RACES; i++) {
      assertThat(atOnce(() -> first.demotes(ada), () -> second.demotes(ben)))
          .containsExactlyInAnyOrder(200, 409);
      assertThat(database.look(ADMINISTRATORS)).isEqualTo("1");
      bothAdminister();
    }
  }

  @Test
  void whoever_leaves_while_being_disabled_by_the_other_who_leaves_too() {
    Administrator second = new Administrator(ben);
    assertThat(atOnce(() -> ada.delete("me/"), () -> second.demotes(ben)))
        .containsAnyOf(204, 200)
        .contains(409);
    assertThat(database.look(ADMINISTRATORS)).isEqualTo("1");
  }

  @Test
  void the_last_administrator_can_in_no_way_go() {
    Administrator last = new Administrator(ada);
    last.demotes(ben).then().statusCode(200);
    for (Response refused : List.of(last.demotes(ada), last.disables(ada), last.deletes(ada))) {
      refused
          .then()
          .statusCode(409)
          .body("code", equalTo("last_admin"))
          .body("current.username", equalTo(ada.username()))
          .body("current.roles", equalTo(List.of("admin")));
    }
    ada.delete("me/")
        .then()
        .statusCode(409)
        .body("code", equalTo("last_admin"))
        .body("current.id", equalTo(ada.id()))
        .body("current.roles", equalTo(List.of("user", "admin")));
    ada.get("admin/users/").then().statusCode(200);
    assertThat(last.linesAbout("user.roles_changed", ada.username()).get(0))
        .containsEntry("outcome", "refused");
  }

  @Test
  void of_two_decisions_about_the_same_version_one_counts() {
    Person carla = people.register("chief");
    String path = "users/" + carla.username() + "/";
    Administrator first = new Administrator(ada);
    Administrator second = new Administrator(ben);
    for (int i = 0; i < RACES; i++) {
      int version = first.page(path).getInt("version");
      Map<String, Object> seen = Map.of("version", version, "roles", List.of("admin"));
      assertThat(
              atOnce(
                  () -> first.posts(path + "disable/", seen),
                  () -> second.puts(path + "roles/", seen)))
          .containsExactlyInAnyOrder(200, 409);
      assertThat(first.page(path).getInt("version")).isEqualTo(version + 1);
      database.change(
          "update users set roles = 'user', enabled = true where id::text = ?", carla.id());
    }
  }

  @Test
  void an_answer_to_a_request_whose_record_is_being_deleted_comes_before_or_finds_nothing() {
    Administrator first = new Administrator(ada);
    for (int i = 0; i < RACES; i++) {
      String request = ben.requestsConnectionTo(ada);
      List<Integer> answers =
          atOnce(() -> first.deletes("connections/" + request + "/"), () -> ben.withdraws(request));
      assertThat(answers.get(0)).isEqualTo(204);
      assertThat(answers.get(1)).isIn(200, 404);
    }
  }
}
