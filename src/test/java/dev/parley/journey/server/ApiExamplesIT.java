package dev.parley.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.server.openapi.ApiDocument;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every call of the OpenAPI document has examples that are what it really takes and answers. Who
 * adds a call adds them to a file in {@code api-examples}.
 */
class ApiExamplesIT {
  private static final String FILES = "src/main/resources/api-examples";
  private static final Set<String> NO_CALLS = Set.of("shared.json", "refusals.json");
  private static final ParleyServer SERVER = ParleyServer.shared();
  private static final People PEOPLE = new People(SERVER);
  private static final Person ROOT = PEOPLE.administrator();
  private static final JsonPath DOCUMENT =
      ROOT.call().accept("application/json").get(SERVER.base() + "/openapi").jsonPath();

  private final Map<String, Map<String, Map<String, Object>>> paths = DOCUMENT.getMap("paths");
  private final WireShape shape = new WireShape(DOCUMENT.getMap("components.schemas"));
  private final Map<String, Object> shared = read("shared.json");
  private final List<String> wrong = new ArrayList<>();

  @Test
  void every_body_and_every_answer_has_an_example() {
    eachCall(
        (call, operation) -> {
          if (operation.get("requestBody") != null) {
            contents(operation.get("requestBody"))
                .filter(content -> content.get("example") == null)
                .forEach(content -> wrong.add(call + " needs a \"request\" in a file of " + FILES));
          }
          goodAnswers(operation, ApiExamplesIT::contents)
              .filter(content -> content.get("example") == null)
              .forEach(content -> wrong.add(call + " needs a \"response\" in a file of " + FILES));
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_call_that_can_refuse_says_with_which_codes() {
    eachCall(
        (call, operation) -> {
          boolean canRefuse = !call.startsWith("GET ") || call.contains("{");
          boolean says =
              answers(operation).values().stream()
                  .flatMap(ApiExamplesIT::contents)
                  .anyMatch(content -> content.get("examples") != null);
          if (canRefuse && !says) {
            wrong.add(call + " needs \"codes\" in a file of " + FILES);
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_example_is_what_its_schema_describes() {
    Map<String, Map<String, Object>> calls = calls();
    eachCall(
        (call, operation) -> {
          // From the file, as the server leaves out of its document what is null or empty.
          Map<String, Object> example = calls.getOrDefault(call, Map.of());
          if (operation.get("requestBody") != null) {
            structured(operation.get("requestBody"))
                .forEach(
                    content ->
                        compare(call + " takes", example.get("request"), schema(content), false));
          }
          goodAnswers(operation, ApiExamplesIT::structured)
              .forEach(
                  content ->
                      compare(call + " answers", example.get("response"), schema(content), true));
        });
    assertThat(wrong).isEmpty();
  }

  private void compare(String place, Object example, Map<?, ?> schema, boolean whole) {
    wrong.addAll(shape.missed(place, inserted(example), schema, whole));
  }

  /** The example with its shared parts in their places. */
  private Object inserted(Object part) {
    if (part instanceof String text && text.startsWith("@")) {
      return inserted(shared.get(text.substring(1)));
    }
    if (part instanceof List<?> list) {
      return list.stream().map(this::inserted).toList();
    }
    if (part instanceof Map<?, ?> object) {
      Map<Object, Object> members = new java.util.HashMap<>();
      object.forEach((name, value) -> members.put(name, inserted(value)));
      return members;
    }
    return part;
  }

  @Test
  void what_is_really_answered_is_what_the_schemas_describe() {
    Person ada = PEOPLE.register("ada");
    String connection = ROOT.connectsWith(ada);
    Response group =
        ROOT.post("conversations/", Map.of("title", "Shapes", "members", List.of(ada.username())));
    String chat = group.path("id");
    ROOT.post("conversations/" + chat + "/messages/", Map.of("client_id", chat, "body", "A shape"))
        .then()
        .statusCode(201);
    ROOT.put("conversations/" + chat + "/draft/", Map.of("body", "Another")).then().statusCode(200);
    ROOT.post("connection-links/", Map.of()).then().statusCode(201);
    ROOT.requestsConnectionTo(PEOPLE.register("ben"));
    Map<String, String> places =
        Map.of(
            "{username}",
            ada.username(),
            "connections/{id}",
            "connections/" + connection,
            "conversations/{id}",
            "conversations/" + chat,
            "{conversation}",
            chat,
            "admin/ledger/",
            "admin/ledger/?a=root&b=" + ada.username(),
            "events/",
            "events/?since=0",
            "search/",
            "search/?q=shape");
    Set<String> looked = new TreeSet<>();
    eachCall(
        (call, operation) -> {
          String path = call.substring(call.indexOf(' ') + 1);
          for (Map.Entry<String, String> place : places.entrySet()) {
            path = path.replace(place.getKey(), place.getValue());
          }
          if (call.startsWith("GET ") && !path.contains("{") && !path.endsWith("export/")) {
            Response answer = ROOT.get(path);
            answer.then().statusCode(200);
            goodAnswers(operation, ApiExamplesIT::structured)
                .forEach(
                    content ->
                        wrong.addAll(
                            shape.missed(call, answer.jsonPath().get("$"), schema(content), true)));
            looked.add(call);
          }
        });
    ROOT.delete("connections/" + connection + "/").then().statusCode(204);
    assertThat(wrong).isEmpty();
    assertThat(looked).hasSizeGreaterThan(20);
  }

  @Test
  void every_code_is_one_of_the_applications_and_says_the_same() throws Exception {
    Map<String, Map<String, Object>> refusals = read("refusals.json");
    Set<String> known = KnownCodes.all();
    refusals.forEach(
        (word, refusal) -> {
          String told =
              refusal.getOrDefault("code", word)
                  + " "
                  + refusal.get("status")
                  + " "
                  + refusal.get("title");
          if (!known.contains(told)) {
            wrong.add("\"" + told + "\" in a file of " + FILES + " is no code of the application");
          }
        });
    calls()
        .forEach(
            (call, example) ->
                ((List<?>) example.getOrDefault("codes", List.of()))
                    .stream()
                        .filter(code -> !refusals.containsKey(code))
                        .forEach(
                            code ->
                                wrong.add(
                                    call
                                        + " refuses with "
                                        + code
                                        + ", which "
                                        + FILES
                                        + " does not know")));
    assertThat(wrong).isEmpty();
  }

  @Test
  void there_are_examples_of_nothing_that_is_not_there() {
    Set<String> described = new TreeSet<>();
    eachCall((call, operation) -> described.add(call));
    assertThat(calls().keySet())
        .as("calls in " + FILES)
        .allSatisfy(call -> assertThat(described).contains(call));
  }

  private interface Look {
    void at(String call, Map<String, Object> operation);
  }

  private void eachCall(Look look) {
    paths.forEach(
        (path, item) ->
            item.forEach(
                (method, operation) ->
                    look.at(
                        method.toUpperCase(java.util.Locale.ROOT)
                            + " "
                            + path.substring(ApiDocument.BASE.length()),
                        operation)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> answers(Map<String, Object> operation) {
    return (Map<String, Object>) operation.get("responses");
  }

  private static Stream<Map<String, Object>> goodAnswers(
      Map<String, Object> operation, Function<Object, Stream<Map<String, Object>>> contents) {
    return answers(operation).entrySet().stream()
        .filter(answer -> answer.getKey().startsWith("2"))
        .flatMap(answer -> contents.apply(answer.getValue()));
  }

  private static Stream<Map<String, Object>> contents(Object bodyOrAnswer) {
    return contents(bodyOrAnswer, type -> true);
  }

  /** What has members, so no plain text. */
  private static Stream<Map<String, Object>> structured(Object bodyOrAnswer) {
    return contents(bodyOrAnswer, type -> !type.startsWith("text/"));
  }

  @SuppressWarnings("unchecked")
  private static Stream<Map<String, Object>> contents(Object bodyOrAnswer, Predicate<String> type) {
    Map<String, Map<String, Object>> content =
        ((Map<String, Map<String, Map<String, Object>>>) bodyOrAnswer).get("content");
    return content == null
        ? Stream.of()
        : content.entrySet().stream()
            .filter(one -> type.test(one.getKey()))
            .map(Map.Entry::getValue);
  }

  private static Map<?, ?> schema(Map<String, Object> content) {
    return (Map<?, ?>) content.get("schema");
  }

  /** What all files say of the calls. */
  private static Map<String, Map<String, Object>> calls() {
    Map<String, Map<String, Object>> calls = new java.util.TreeMap<>();
    try (Stream<Path> files = Files.list(folder())) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> !NO_CALLS.contains(name))
          .forEach(name -> calls.putAll(ApiExamplesIT.<Map<String, Object>>read(name)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return calls;
  }

  private static <T> Map<String, T> read(String name) {
    return JsonPath.from(folder().resolve(name).toFile()).getMap("$");
  }

  private static Path folder() {
    return Path.of(System.getProperty("parley.basedir", ""), FILES);
  }
}
