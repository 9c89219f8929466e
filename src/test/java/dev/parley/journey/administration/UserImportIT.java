package dev.parley.journey.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.parley.journey.Administrator;
import dev.parley.journey.Anybody;
import dev.parley.journey.Database;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many people at once, from a file. */
class UserImportIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final ParleyServer server = ParleyServer.shared();
  private final Anybody anybody = new Anybody(server);
  private final Database database = new Database(server);
  private final Administrator root = Administrator.of(server);
  private final String crowd = "i" + UUID.randomUUID().toString().substring(0, 8);

  private Response sends(String csv) {
    return root.person()
        .call()
        .queryParam("reason", Administrator.WHY)
        .contentType("text/csv")
        .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post(server.api() + "admin/users/import/");
  }

  private JsonPath ends(Response begun) {
    begun.then().statusCode(202).body("total", org.hamcrest.Matchers.greaterThan(0));
    String path = "users/import/" + begun.path("id") + "/";
    await().atMost(PATIENCE).until(() -> !root.page(path).getString("state").equals("running"));
    return root.page(path);
  }

  @Test
  void everybody_who_can_be_made_is_made_and_each_line_is_told() {
    Person there = new People(server).register(crowd);
    JsonPath job =
        ends(
            sends(
                """
                username,display_name,password,roles
                %1$s-ada,Ada L,a password of hers,
                %1$s-ben,,,admin
                %2$s,,,
                %1$s-c,"no end,,
                x,,,
                %1$s-d,,password1,
                %1$s-e,,,king
                %1$s-f,,,
                %1$s-ADA,,,
                """
                    .formatted(crowd, there.username())));
    assertThat(job.getMap("$").keySet())
        .containsExactlyInAnyOrder(
            "id", "state", "total", "done", "failed", "lines", "next_line", "created_at");
    assertThat(job.getString("state")).isEqualTo("done");
    assertThat(List.of(job.getInt("total"), job.getInt("done"), job.getInt("failed")))
        .containsExactly(9, 9, 4);
    assertThat(job.getList("lines.line")).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(job.getList("lines.outcome"))
        .containsExactly(
            "created", "created", "exists", "refused", "refused", "refused", "refused", "created",
            "exists");
    assertThat(job.getList("lines.code"))
        .containsExactly(
            null,
            null,
            "username_taken",
            "broken_line",
            "invalid_username",
            "weak_password",
            "unknown_role",
            null,
            "username_taken");
    assertThat(job.getString("lines[0].password_reset_url")).isNull();
    anybody.signsIn(crowd + "-ada", "a password of hers").then().statusCode(200);
    String url = job.getString("lines[1].password_reset_url");
    String token = url.substring(url.indexOf('=') + 1);
    anybody
        .posts("password-reset/", Map.of("token", token, "new_password", "chosen by himself"))
        .then()
        .statusCode(204);
    anybody
        .signsIn(crowd + "-ben", "chosen by himself")
        .then()
        .body("user.roles", equalTo(List.of("user", "admin")));
    root.deletes("users/" + crowd + "-ben/").then().statusCode(204);
    assertThat(root.linesAbout("user.imported", crowd + "-ada").get(0))
        .containsEntry("actor", "root")
        .containsEntry("reason", Administrator.WHY);
    assertThat(
            database.look(
                "select count(*) from audit where audit::text like '%a password of hers%'"))
        .isEqualTo("0");
    assertThat(server.process().output()).doesNotContain("a password of hers");
  }

  @Test
  void a_file_as_a_spreadsheet_saves_it_is_brought_in() {
    String csv =
        "\ufeffsep=;\r\nUsername;Display Name;Role;;\r\n%1$s-ada;Ada\u00a0L;Admin;;\r\n;;;;\r\n%1$s-b;B;King;;\r\n"
            .formatted(crowd);
    JsonPath job = ends(sends(csv));
    assertThat(job.getList("lines.line")).containsExactly(3, 5);
    assertThat(job.getList("lines.outcome")).containsExactly("created", "refused");
    assertThat(job.getString("lines[1].message")).contains("column roles").contains("King");
    assertThat(root.page("users/" + crowd + "-ada/").getList("roles")).containsExactly("admin");
    root.deletes("users/" + crowd + "-ada/").then().statusCode(204);
  }

  @Test
  void a_long_import_shows_its_progress_and_the_report_in_parts() {
    String people =
        IntStream.range(0, 620).mapToObj(i -> crowd + "-" + i).collect(Collectors.joining("\n"));
    Response begun = sends("username\n" + people);
    begun.then().statusCode(202).body("state", equalTo("running")).body("total", equalTo(620));
    String path = "users/import/" + begun.path("id") + "/";
    sends("username\nx")
        .then()
        .statusCode(409)
        .body("code", equalTo("import_running"))
        .body("current.id", equalTo(begun.path("id")))
        .body("current.lines", hasSize(0));
    JsonPath job = ends(begun);
    assertThat(job.getInt("done")).isEqualTo(620);
    assertThat(job.getList("lines")).hasSize(500);
    assertThat(job.getInt("next_line")).isEqualTo(501);
    JsonPath rest = root.page(path + "?after=501");
    assertThat(rest.getList("lines")).hasSize(120);
    assertThat(rest.getString("next_line")).isNull();
    assertThat(root.page("users/?q=" + crowd + "-619").getList("items")).hasSize(1);
  }

  @Test
  void a_line_that_fails_on_our_side_is_told_and_holds_up_no_other() {
    String name = "fail_" + crowd;
    database.change(
        "create function %s() returns trigger language plpgsql as 'begin raise exception ''on purpose''; end'"
            .formatted(name));
    database.change(
        "create trigger %1$s before insert on users for each row when (new.username = '%2$s-bad') execute function %1$s()"
            .formatted(name, crowd));
    try {
      JsonPath job = ends(sends("username\n%1$s-first\n%1$s-bad\n%1$s-last".formatted(crowd)));
      assertThat(job.getString("state")).isEqualTo("done");
      assertThat(job.getInt("done")).isEqualTo(3);
      assertThat(job.getInt("failed")).isEqualTo(1);
      assertThat(job.getList("lines.outcome")).containsExactly("created", "refused", "created");
      assertThat(job.getString("lines[1].username")).isEqualTo(crowd + "-bad");
      assertThat(job.getString("lines[1].code")).isEqualTo("line_failed");
      assertThat(job.getString("lines[1].message")).doesNotContain("purpose");
      assertThat(server.process().output()).contains("Line 3 of import " + job.getString("id"));
    } finally {
      database.change("drop function %s() cascade".formatted(name));
    }
  }

  @Test
  void a_file_comes_as_a_form_as_well() {
    Response begun =
        root.person()
            .call()
            .multiPart("file", "people.csv", ("username\n" + crowd + "-ada").getBytes(), "text/csv")
            .multiPart("reason", "from the old system")
            .post(server.api() + "admin/users/import/");
    assertThat(ends(begun).getList("lines.outcome")).containsExactly("created");
    assertThat(root.linesAbout("user.imported", crowd + "-ada").get(0))
        .containsEntry("reason", "from the old system");
  }

  @Test
  void an_import_whose_node_is_gone_has_failed_with_what_was_done() {
    UUID id = UUID.randomUUID();
    database.change(
        "insert into user_import (id, created_at, created_by, state, total, done, seen_at)"
            + " values (?, now(), 'root', 'running', 10, 4, now() - interval '61 seconds')",
        id);
    JsonPath job = root.page("users/import/" + id + "/");
    assertThat(job.getString("state")).isEqualTo("failed");
    assertThat(job.getInt("done")).isEqualTo(4);
    ends(sends("username\n" + crowd + "-next"));
  }

  @Test
  void what_is_no_table_of_people_is_refused_as_a_whole() {
    for (String file : List.of("", "name\nada", "username\n", "username,username\na,b")) {
      sends(file).then().statusCode(400).body("code", equalTo("bad_file"));
    }
    sends("username\n" + (crowd + "-x\n").repeat(10_001))
        .then()
        .statusCode(400)
        .body("code", equalTo("too_many_lines"));
    sends("username\n" + "x".repeat(2_200_000)).then().statusCode(413);
    root.person()
        .call()
        .contentType("text/csv")
        .body("username\nada")
        .post(server.api() + "admin/users/import/")
        .then()
        .statusCode(400)
        .body("code", equalTo("reason_required"));
    root.posts("users/import/").then().statusCode(415);
    root.gets("users/import/" + UUID.randomUUID() + "/").then().statusCode(404);
    root.gets("users/import/" + UUID.randomUUID() + "/?after=x").then().statusCode(400);
    Person ada = new People(server).register(crowd);
    ada.call()
        .contentType("text/csv")
        .body("username\nada")
        .post(server.api() + "admin/users/import/")
        .then()
        .statusCode(403);
  }
}
