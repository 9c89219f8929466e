package dev.parley.server.openapi;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The examples of the OpenAPI document, from the files in {@code api-examples}: for each call a
 * body, an answer and the codes with which it refuses. A text {@code @name} there stands for a
 * shared part.
 */
final class ApiExamples {
  private static final List<String> CHAPTERS =
      List.of("identity", "people", "chat", "sync", "administration");

  private final Map<String, Object> shared = read("shared");
  private final Map<String, Object> refusals = read("refusals");
  private final Map<String, Object> calls = new HashMap<>();

  ApiExamples() {
    CHAPTERS.forEach(chapter -> calls.putAll(read(chapter)));
  }

  private static Map<String, Object> read(String name) {
    try (JsonReader file =
        Json.createReader(
            ApiExamples.class.getResourceAsStream("/api-examples/" + name + ".json"))) {
      return members(plain(file.readObject()));
    }
  }

  /** JSON as the document wants its examples. */
  private static Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> {
        Map<String, Object> members = new TreeMap<>();
        value.asJsonObject().forEach((name, member) -> members.put(name, plain(member)));
        yield members;
      }
      case ARRAY -> value.asJsonArray().stream().map(ApiExamples::plain).toList();
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> ((JsonNumber) value).numberValue();
      case TRUE -> true;
      case FALSE -> false;
      case NULL -> null;
    };
  }

  void complete(ApiCall call) {
    Map<String, Object> example = members(calls.getOrDefault(call.name(), Map.of()));
    if (call.hasBody()) {
      show(call.operation().getRequestBody().getContent(), example, "request");
    }
    Map<String, APIResponse> answers = call.operation().getResponses().getAPIResponses();
    answers.forEach(
        (status, answer) -> {
          if (status.startsWith("2") && answer.getContent() != null) {
            show(answer.getContent(), example, "response");
          }
        });
    codes(example)
        .forEach((status, codes) -> call.operation().getResponses().addAPIResponse(status, codes));
  }

  /** Shows an example, or of what is plain text the one that is meant for it. */
  private void show(Content content, Map<String, Object> example, String name) {
    content
        .getMediaTypes()
        .forEach(
            (type, media) -> {
              Object shown = example.get(type.startsWith("text/") ? name + "_text" : name);
              if (shown != null) {
                media.setExample(whole(shown));
              }
            });
  }

  /** The answers that refuse, by status, each with an example for each of its codes. */
  private Map<String, APIResponse> codes(Map<String, Object> example) {
    Map<String, APIResponse> answers = new TreeMap<>();
    for (Object name : (List<?>) example.getOrDefault("codes", List.of())) {
      Map<String, Object> refusal = members(refusals.get(name));
      // One code may refuse with two statuses, each under a name of its own.
      String code = (String) refusal.getOrDefault("code", name);
      String status = String.valueOf(refusal.get("status"));
      answers
          .computeIfAbsent(status, ApiAnswers::problem)
          .getContent()
          .getMediaType(ApiAnswers.PROBLEM_TYPE)
          .addExample(
              code,
              OASFactory.createExample()
                  .summary((String) refusal.get("title"))
                  .value(problem(code, refusal)));
    }
    return answers;
  }

  private static Map<String, Object> problem(String code, Map<String, Object> refusal) {
    return Map.of(
        "type", "about:blank",
        "title", refusal.get("title"),
        "status", refusal.get("status"),
        "detail", refusal.get("title"),
        "code", code,
        "errors", List.of());
  }

  /** The example with its shared parts in their places. */
  private Object whole(Object part) {
    if (part instanceof String text && text.startsWith("@")) {
      return whole(shared.get(text.substring(1)));
    }
    if (part instanceof List<?> list) {
      return list.stream().map(this::whole).toList();
    }
    if (part instanceof Map<?, ?>) {
      Map<String, Object> members = new TreeMap<>();
      members(part).forEach((name, value) -> members.put(name, whole(value)));
      return members;
    }
    return part;
  }

  private static Map<String, Object> members(Object object) {
    Map<String, Object> members = new HashMap<>();
    ((Map<?, ?>) object).forEach((name, value) -> members.put((String) name, value));
    return members;
  }
}
