package dev.parley.server.openapi;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** One call of the OpenAPI document: its method, its path below the base, what was read of it. */
record ApiCall(String method, String path, Operation operation) {
  private static final Set<String> PUBLIC =
      Set.of(
          "config/",
          "register/",
          "login/",
          "login/sso/",
          "login/sso/{provider}/backchannel-logout/",
          "token/refresh/",
          "setup/",
          "password-reset/",
          "avatars/{key}/");
  private static final Map<String, String> CHAPTERS =
      Map.ofEntries(
          Map.entry("users", "People"),
          Map.entry("connections", "People"),
          Map.entry("blocks", "People"),
          Map.entry("connection-links", "People"),
          Map.entry("conversations", "Chat"),
          Map.entry("attachments", "Chat"),
          Map.entry("group-pictures", "Chat"),
          Map.entry("search", "Chat"),
          Map.entry("notifications", "Notifications"),
          Map.entry("push", "Notifications"),
          Map.entry("snapshot", "Sync"),
          Map.entry("events", "Sync"));

  /** Whether it needs no sign-in. */
  boolean isPublic() {
    return PUBLIC.contains(path);
  }

  String chapter() {
    String first = path.substring(0, path.indexOf('/'));
    return switch (first) {
      case "admin" -> "Administration";
      case "announcements" -> "Notifications";
      default -> CHAPTERS.getOrDefault(first, "Identity");
    };
  }

  /** Unique in the document, such as {@code post_connections_id_accept}. */
  String id() {
    return Arrays.stream((method + "/" + path).split("[^A-Za-z]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining("_"));
  }

  /** As the protocol writes it, such as {@code POST connections/{id}/accept/}. */
  String name() {
    return method + " " + path;
  }

  boolean hasBody() {
    return operation.getRequestBody() != null;
  }

  /** Everything that it takes and answers, as far as it was read. */
  Stream<Content> contents() {
    return Stream.concat(
            Stream.ofNullable(operation.getRequestBody()).map(RequestBody::getContent),
            operation.getResponses().getAPIResponses().values().stream()
                .map(APIResponse::getContent))
        .filter(Objects::nonNull);
  }

  boolean namesSomething() {
    return path.contains("{");
  }

  boolean changes() {
    return !method.equals("GET");
  }
}
