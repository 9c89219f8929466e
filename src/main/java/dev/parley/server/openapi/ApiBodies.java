package dev.parley.server.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;

/** The bodies of the calls whose method takes them apart by itself, in the OpenAPI document. */
final class ApiBodies {
  private static final Map<String, String> BODIES =
      Map.of(
          "PUT me/avatar/", "Upload",
          "POST attachments/", "Upload",
          "POST admin/users/import/", "Upload",
          "PUT conversations/{id}/picture/", "Upload",
          "POST login/sso/{provider}/backchannel-logout/", "LogoutToken",
          "PATCH conversations/{id}/", "ConversationChange",
          "PATCH me/", "ProfileChange",
          "PATCH me/settings/", "Settings");

  private ApiBodies() {}

  static void complete(ApiCall call) {
    String schema = BODIES.get(call.name());
    if (schema != null) {
      call.operation()
          .getRequestBody()
          .getContent()
          .getMediaTypes()
          .forEach(
              (type, media) -> {
                if (!type.startsWith("text/")) {
                  media.setSchema(OASFactory.createSchema().ref("#/components/schemas/" + schema));
                }
              });
    }
  }
}
