package dev.parley.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The API's documents describe what is there, all of it. */
class ApiDocumentsIT {
  private static final ParleyServer SERVER = ParleyServer.shared();
  private static final Person ROOT = new People(SERVER).administrator();

  private final Map<String, Map<String, Map<String, Object>>> paths = openApi().getMap("paths");

  private static JsonPath openApi() {
    return ROOT.call().accept("application/json").get(SERVER.base() + "/openapi").jsonPath();
  }

  @Test
  void every_call_of_every_resource_is_described() throws Exception {
    TreeSet<String> described = new TreeSet<>();
    paths.forEach(
        (path, item) -> item.keySet().forEach(method -> described.add(method + " " + path)));
    assertThat(described).containsExactlyInAnyOrderElementsOf(callsOfTheResources());
  }

  @Test
  void every_call_says_what_it_is_for_what_it_answers_and_how_it_refuses() {
    paths.forEach(
        (path, item) ->
            item.forEach(
                (method, operation) -> {
                  String call = method + " " + path;
                  assertThat((String) operation.get("summary")).as(call).isNotBlank();
                  assertThat((List<?>) operation.get("tags")).as(call).hasSize(1);
                  Map<?, ?> answers = (Map<?, ?>) operation.get("responses");
                  assertThat(answers.containsKey("default")).as(call).isFalse();
                  assertThat(answers.keySet().stream().map(String::valueOf))
                      .as(call)
                      .contains("500", "503")
                      .anyMatch(status -> status.startsWith("2"));
                  answers.forEach((status, answer) -> requireContent(call, status, answer));
                }));
  }

  private static void requireContent(String call, Object status, Object answer) {
    String text = answer.toString();
    if (status.toString().startsWith("4") || status.toString().startsWith("5")) {
      assertThat(text)
          .as(call)
          .containsAnyOf(
              "#/components/responses/Problem" + status, "#/components/schemas/Problem}");
    } else if (!status.equals("204")) {
      assertThat(text).as(call).contains("schema=");
    }
  }

  @Test
  void a_call_that_may_make_something_says_both_what_it_makes_and_what_was_there() {
    for (String call :
        List.of(
            "post connections/",
            "post conversations/",
            "post push/subscriptions/",
            "put conversations/{id}/members/{username}/",
            "post conversations/{conversation}/messages/")) {
      String[] words = call.split(" ");
      Map<String, Object> operation = paths.get("/chat/api/" + words[1]).get(words[0]);
      assertThat(((Map<?, ?>) operation.get("responses")).keySet().stream().map(String::valueOf))
          .as(call)
          .contains("200", "201")
          .doesNotContain("204");
    }
  }

  @Test
  void every_reference_leads_somewhere() {
    JsonPath document = openApi();
    String text = document.prettify();
    java.util.regex.Matcher reference =
        java.util.regex.Pattern.compile("#/components/(\\w+)/(\\w+)").matcher(text);
    while (reference.find()) {
      assertThat(document.getMap("components." + reference.group(1)))
          .containsKey(reference.group(2));
    }
    assertThat(document.getString("components.securitySchemes.bearer.scheme")).isEqualTo("bearer");
  }

  @Test
  void members_are_named_as_they_go_over_the_wire() {
    Map<String, Map<String, Object>> schemas = openApi().getMap("components.schemas");
    schemas.forEach(
        (name, schema) -> {
          Map<?, ?> members = (Map<?, ?>) schema.getOrDefault("properties", Map.of());
          assertThat(members.keySet().stream().map(String::valueOf))
              .as(name)
              .allMatch(member -> member.matches("[a-z0-9_]+"));
        });
  }

  @Test
  void what_may_be_null_says_so() {
    JsonPath document = openApi();
    for (String member :
        List.of(
            "PersonView.properties.avatar_url",
            "ConnectionView.properties.expires_at",
            "ConversationView.properties.title",
            "MessageView.properties.reply_to",
            "MessageView.properties.edited_at",
            "ConnectionPage.properties.next")) {
      assertThat(document.getList("components.schemas." + member + ".type"))
          .as(member)
          .contains("null");
    }
    assertThat(document.getMap("components.schemas.Problem.properties"))
        .containsKeys("type", "title", "status", "detail", "code", "errors", "current", "retry_at");
  }

  @Test
  void the_live_document_is_whole_and_its_actions_are_those_the_server_knows() {
    Map<String, Object> document =
        new Yaml().load(ROOT.get("/asyncapi.yaml").then().statusCode(200).extract().asString());
    assertThat(document).containsKeys("asyncapi", "info", "servers", "channels", "operations");
    JsonPath live = JsonPath.from(json(document));
    Map<String, Map<String, Object>> messages = live.getMap("components.messages");
    assertThat(live.getMap("channels.live.messages").keySet().stream().map(String::valueOf))
        .containsExactlyInAnyOrderElementsOf(messages.keySet());
    List<String> actions =
        messages.keySet().stream()
            .filter(
                name ->
                    live.get("components.messages." + name + ".payload.properties.action.const")
                        != null)
            .toList();
    assertThat(actions)
        .hasSizeGreaterThan(10)
        .contains("send_message", "mark_read", "delivered", "typing", "presence");
    try (LiveClient session = new People(SERVER).register("ada").opensLiveSession()) {
      actions.forEach(
          action -> session.sends("{'action':'%s','id':'%s'}".formatted(action, action)));
      session.sends("{'action':'no_such_action','id':'unknown'}");
      assertThat(session.awaitAnswer("unknown").getString("code")).isEqualTo("unknown_action");
      assertThat(
              session.frames().stream()
                  .filter(frame -> "unknown_action".equals(frame.getString("code")))
                  .map(frame -> frame.getString("id")))
          .containsExactly("unknown");
    }
  }

  private static String json(Object document) {
    return jakarta.json.bind.JsonbBuilder.create().toJson(document);
  }

  /** Every method and path that a resource class of the application declares. */
  private static TreeSet<String> callsOfTheResources() throws Exception {
    TreeSet<String> calls = new TreeSet<>();
    for (Class<?> resource : resources()) {
      String base = resource.getAnnotation(Path.class).value();
      for (Method method : resource.getDeclaredMethods()) {
        verb(method).ifPresent(verb -> calls.addAll(calls(verb, base, method)));
      }
    }
    return calls;
  }

  private static List<String> calls(String verb, String base, Method method) {
    String own = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value).orElse("");
    String path = ("/chat/api/" + base + "/" + own + "/").replaceAll("/+", "/");
    java.util.regex.Matcher choice =
        java.util.regex.Pattern.compile("\\{\\w+: *([\\w|]+)}").matcher(path);
    return choice.find()
        ? Arrays.stream(choice.group(1).split("\\|"))
            .map(word -> verb + " " + path.replace(choice.group(), word))
            .toList()
        : List.of(verb + " " + path);
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(java.util.Objects::nonNull)
        .map(verb -> verb.value().toLowerCase(java.util.Locale.ROOT))
        .findFirst();
  }

  private static List<Class<?>> resources() throws IOException, ClassNotFoundException {
    java.nio.file.Path classes =
        java.nio.file.Path.of(System.getProperty("parley.basedir", ""), "target/classes");
    try (Stream<java.nio.file.Path> files = Files.walk(classes)) {
      List<String> names =
          files
              .map(file -> classes.relativize(file).toString())
              .filter(name -> name.endsWith("Resource.class"))
              .map(name -> name.replace('/', '.').replace(".class", ""))
              .toList();
      List<Class<?>> found = new java.util.ArrayList<>();
      for (String name : names) {
        found.add(Class.forName(name, false, ApiDocumentsIT.class.getClassLoader()));
      }
      return found;
    }
  }
}
