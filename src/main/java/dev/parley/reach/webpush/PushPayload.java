package dev.parley.reach.webpush;

import dev.parley.identity.token.Secrets;
import jakarta.json.bind.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * What is pushed, the same for everybody who gets it, made into JSON once.
 *
 * @param topic which waiting push a newer one replaces at its service
 */
record PushPayload(byte[] payload, String topic, boolean isUrgent) {
  static final int TITLE_LENGTH = 100;
  static final int BODY_LENGTH = 400;
  private static final int TOPIC_BYTES = 24;

  /**
   * What a browser shows, and where it leads.
   *
   * @param tag which shown notification this one replaces
   */
  public record ShownPush(String title, String body, String tag, String path) {}

  static PushPayload of(ShownPush shown, boolean isUrgent, Jsonb jsonb) {
    ShownPush small =
        new ShownPush(
            cut(shown.title(), TITLE_LENGTH),
            cut(shown.body(), BODY_LENGTH),
            shown.tag(),
            shown.path());
    return new PushPayload(
        jsonb.toJson(small).getBytes(StandardCharsets.UTF_8), topic(shown.tag()), isUrgent);
  }

  private static String topic(String tag) {
    byte[] digest = Arrays.copyOf(Secrets.hash(tag), TOPIC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  /** A text of at most so many characters, which end with an ellipsis when there were more. */
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
