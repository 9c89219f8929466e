package dev.parley.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.server.openapi.ApiPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Security, line 2: health, metrics and API documents are for administrators alone. */
class OperationalPathsIT {
  static final List<String> PATHS =
      List.of(
          "/metrics",
          "/openapi",
          "/openapi/ui/",
          "/openapi/ui/start.js",
          ApiPage.LIBRARY + "/swagger-ui-bundle.js",
          "/asyncapi.yaml",
          "/health",
          "/health/live",
          "/health/ready");
  private static final ParleyServer SERVER = ParleyServer.shared();

  @Test
  void nobody_and_no_ordinary_user_sees_them() {
    Person ada = new People(SERVER).register("ada");
    for (String path : PATHS) {
      assertThat(RawResponse.call(SERVER.port(), "GET", path).status()).as(path).isEqualTo(404);
      assertThat(ada.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void an_administrator_sees_them() {
    Person root = new People(SERVER).administrator();
    for (String path : PATHS) {
      assertThat(root.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void a_trailing_slash_changes_nothing() {
    Person root = new People(SERVER).administrator();
    for (String path :
        List.of("/metrics", "/openapi", "/asyncapi.yaml", "/health", "/health/live")) {
      assertThat(root.get(path + "/").statusCode()).as(path).isEqualTo(200);
    }
    for (String kind : List.of("/health/live", "/health/ready")) {
      assertThat(root.get(kind + "/").jsonPath().getList("checks.name"))
          .as(kind)
          .containsExactlyInAnyOrderElementsOf(root.get(kind).jsonPath().getList("checks.name"));
    }
  }

  @Test
  void no_other_spelling_opens_them() {
    for (String path :
        List.of(
            "//openapi",
            "/openapi/",
            "/openapi;x",
            "/openapi;x=y/",
            "/%6fpenapi",
            "/%6Fpenapi",
            "/./openapi",
            "/x/../openapi",
            "/OPENAPI",
            "/openapi/ui",
            "/openapi%2f",
            "/metrics/",
            "/metrics/base",
            "//metrics",
            "/health/",
            "//health/live",
            "/health;a=b/live",
            "/./health",
            "/asyncapi.yaml/",
            "/asyncapi.yaml;x",
            "/%61syncapi.yaml")) {
      RawResponse answer = RawResponse.call(SERVER.port(), "GET", path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).doesNotContain("openapi:").doesNotContain("UP");
    }
  }
}
