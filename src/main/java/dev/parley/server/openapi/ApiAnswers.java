package dev.parley.server.openapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The answers of each call in the OpenAPI document: the good one, as far as the method's type does
 * not say it, and the problems that every call of its kind may meet. A resource that annotates its
 * answers itself is left as it is.
 */
final class ApiAnswers {
  static final String PROBLEM_TYPE = "application/problem+json";

  private static final Map<String, String> PROBLEMS =
      Map.ofEntries(
          Map.entry("400", "The request is malformed or some of its input is not valid."),
          Map.entry("401", "No sign-in, or one that has ended."),
          Map.entry("403", "The caller may not do this."),
          Map.entry("404", "It does not exist, or not for the caller."),
          Map.entry("409", "It contradicts the present state."),
          Map.entry("410", "It is over: used, expired or trimmed."),
          Map.entry("413", "The body is too large."),
          Map.entry("415", "This content type is not accepted."),
          Map.entry("429", "Too much; Retry-After says when to come back."),
          Map.entry("500", "An unexpected error; its id stands in the log."),
          Map.entry(
              "503",
              "The service is not available right now; Retry-After says when to come back."));

  /** What calls answer whose method returns a response that says nothing of its content. */
  private static final Map<String, Map<String, String>> GOOD =
      Map.ofEntries(
          Map.entry("POST register/", Map.of("201", "SignedIn")),
          Map.entry("POST setup/", Map.of("201", "SignedIn")),
          Map.entry("POST login/", Map.of("200", "SignedIn")),
          Map.entry("POST login/sso/", Map.of("200", "SignedIn")),
          Map.entry("POST me/identities/", Map.of("200", "IdentityPage", "201", "IdentityPage")),
          Map.entry("POST token/refresh/", Map.of("200", "IssuedTokens")),
          Map.entry("POST connections/", Map.of("200", "ConnectionView", "201", "ConnectionView")),
          Map.entry("POST connection-links/", Map.of("201", "LinkView")),
          Map.entry("GET snapshot/", Map.of("200", "Snapshot")),
          Map.entry("GET avatars/{key}/", Map.of("200", "Binary")),
          Map.entry("GET group-pictures/{key}/", Map.of("200", "Binary")),
          Map.entry(
              "POST conversations/", Map.of("200", "ConversationView", "201", "ConversationView")),
          Map.entry(
              "PUT conversations/{id}/members/{username}/",
              Map.of("200", "ConversationView", "201", "ConversationView")),
          Map.entry(
              "POST conversations/{conversation}/messages/",
              Map.of("200", "MessageView", "201", "MessageView")),
          Map.entry(
              "POST push/subscriptions/",
              Map.of("200", "SubscriptionView", "201", "SubscriptionView")),
          Map.entry("POST attachments/", Map.of("201", "AttachmentView")),
          Map.entry("GET attachments/{id}/", Map.of("200", "Binary")),
          Map.entry("GET attachments/{id}/thumbnail/", Map.of("200", "Binary")),
          Map.entry("POST admin/announcements/", Map.of("201", "Announcement")),
          Map.entry("POST admin/connections/", Map.of("201", "RelationRecord")),
          Map.entry("POST admin/users/import/", Map.of("202", "ImportJob")),
          Map.entry("GET me/export/", Map.of("200", "Binary")));

  /** What names something that can be over. */
  private static final Set<String> ENDING =
      Set.of(
          "setup/",
          "password-reset/",
          "connection-links/preview/",
          "connection-links/redeem/",
          "events/");

  private ApiAnswers() {}

  /** Declares the problem responses that the calls refer to. */
  static void declareProblems(Components components) {
    PROBLEMS.keySet().forEach(status -> components.addResponse(name(status), problem(status)));
  }

  /** The problem of a status. */
  static APIResponse problem(String status) {
    return OASFactory.createAPIResponse()
        .description(PROBLEMS.get(status))
        .content(content(PROBLEM_TYPE, reference("Problem")));
  }

  static void complete(ApiCall call) {
    Map<String, APIResponse> answers = new TreeMap<>(good(call));
    problems(call)
        .forEach(
            (status, problem) -> {
              if (!answers.containsKey(status)) {
                answers.put(status, problem);
              }
            });
    APIResponses responses = OASFactory.createAPIResponses();
    answers.forEach(responses::addAPIResponse);
    call.operation().setResponses(responses);
  }

  private static Map<String, APIResponse> good(ApiCall call) {
    Map<String, APIResponse> read =
        new TreeMap<>(call.operation().getResponses().getAPIResponses());
    APIResponse unsaid = read.remove("default");
    if (unsaid == null) {
      return read;
    }
    Map<String, String> known = GOOD.get(call.name());
    if (known != null) {
      String type = unsaid.getContent().getMediaTypes().keySet().iterator().next();
      known.forEach((status, schema) -> read.put(status, answer(type, reference(schema))));
    } else if (saysSomething(unsaid)) {
      read.put("200", unsaid.description("Done."));
    } else {
      read.put("204", OASFactory.createAPIResponse().description("Done; there is no content."));
    }
    return read;
  }

  private static boolean saysSomething(APIResponse response) {
    return response.getContent().getMediaTypes().values().stream()
        .anyMatch(media -> media.getSchema() != null && media.getSchema().getRef() != null);
  }

  private static Map<String, APIResponse> problems(ApiCall call) {
    Map<String, APIResponse> problems = new TreeMap<>();
    add(problems, "400", call.hasBody() || call.operation().getParameters() != null);
    add(
        problems,
        "401",
        !call.isPublic() || call.path().matches("(login|login/sso|token/refresh)/"));
    add(problems, "403", call.changes());
    add(problems, "404", call.namesSomething());
    add(problems, "409", call.changes());
    add(problems, "410", ENDING.contains(call.path()));
    add(problems, "413", call.hasBody());
    add(problems, "415", call.hasBody());
    add(problems, "429", call.changes());
    add(problems, "500", true);
    add(problems, "503", true);
    return problems;
  }

  private static void add(Map<String, APIResponse> problems, String status, boolean happens) {
    if (happens) {
      problems.put(
          status, OASFactory.createAPIResponse().ref("#/components/responses/" + name(status)));
    }
  }

  private static String name(String status) {
    return "Problem" + status;
  }

  private static APIResponse answer(String type, Schema schema) {
    return OASFactory.createAPIResponse().description("Done.").content(content(type, schema));
  }

  private static Content content(String type, Schema schema) {
    return OASFactory.createContent()
        .addMediaType(type, OASFactory.createMediaType().schema(schema));
  }

  private static Schema reference(String schema) {
    return OASFactory.createSchema().ref("#/components/schemas/" + schema);
  }
}
