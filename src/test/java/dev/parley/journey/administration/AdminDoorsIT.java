package dev.parley.journey.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Administrator;
import dev.parley.journey.Anybody;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every call of administration, as its document lists them, is closed to everybody else. */
class AdminDoorsIT {
  private static final String BASE = "/chat/api/admin/";
  private final ParleyServer server = ParleyServer.shared();
  private final Administrator root = Administrator.of(server);
  private final Person ada = new People(server).register("door");

  /** Each call with the content type of its body, empty without one. */
  private Map<String, String> calls() {
    JsonPath document =
        root.person().call().accept("application/json").get(server.base() + "/openapi").jsonPath();
    Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
    Map<String, String> calls = new TreeMap<>();
    paths.forEach(
        (path, item) -> {
          if (path.startsWith(BASE)) {
            item.forEach(
                (method, operation) ->
                    calls.put(method.toUpperCase() + " " + path, typeOf(operation)));
          }
        });
    return calls;
  }

  private static String typeOf(Map<String, Object> operation) {
    Map<?, ?> body = (Map<?, ?>) operation.get("requestBody");
    return body == null
        ? ""
        : ((Map<?, ?>) body.get("content"))
            .keySet().stream()
                .map(String::valueOf)
                .filter(type -> !type.startsWith("multipart"))
                .findFirst()
                .orElse("text/csv");
  }

  private Response make(String call, String type, RequestSpecification as) {
    String[] parts = call.split(" ");
    String path = parts[1].replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    if (!type.isEmpty()) {
      as.contentType(type.equals("*/*") ? "application/json" : type).body("{}".getBytes());
    }
    return as.request(parts[0], server.base() + path);
  }

  @Test
  void nobody_and_whoever_does_not_administer_is_kept_out_of_every_call() {
    Map<String, String> calls = calls();
    assertThat(calls).hasSizeGreaterThan(20);
    calls.forEach(
        (call, type) -> {
          Response nobody = make(call, type, new Anybody(server).call());
          assertThat(nobody.statusCode()).as(call).isEqualTo(401);
          assertThat(nobody.header("WWW-Authenticate")).as(call).isEqualTo("Bearer");
          Response somebody = make(call, type, ada.call());
          assertThat(somebody.statusCode()).as(call).isEqualTo(403);
          assertThat(somebody.<String>path("code")).as(call).isEqualTo("not_an_admin");
        });
  }

  @Test
  void an_administrator_who_is_no_member_sees_nothing_of_other_peoples_talk() {
    Person ben = new People(server).register("door");
    Talk talk = Talk.between(ada, ben);
    String message = talk.says(ada, "between us").getString("id");
    for (String path : new String[] {"", "messages/", "draft/"}) {
      assertThat(root.person().get(talk.path(path)).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(
            root.person()
                .patch(talk.path("messages/" + message + "/"), Map.of("body", "x"))
                .statusCode())
        .isEqualTo(404);
    assertThat(root.person().get("search/?q=between").jsonPath().getList("messages.items"))
        .isEmpty();
    assertThat(
            root.person()
                .get("connections/" + ada.connectsWith(new People(server).register("door")) + "/")
                .statusCode())
        .isEqualTo(404);
  }
}
