package dev.parley.reach.webpush;

import dev.parley.chat.attachment.AttachmentView;
import dev.parley.chat.message.MessageView;
import java.util.List;
import java.util.regex.Pattern;

/** A message in one line without its markup, as the page shows it in its list of conversations. */
final class MessageLine {
  private static final int LENGTH = 200;

  /** What comes after so many characters is not seen, whatever markup goes. */
  private static final int LOOKED_AT = 1_000;

  /** What turns the direction of writing around, and would turn the rest of a notification too. */
  private static final Pattern OVERRIDES = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

  private static final Pattern LEADS =
      Pattern.compile("^\\s*(?:>|#{1,6}\\s|[-*+]\\s|```\\w*)\\s*", Pattern.MULTILINE);
  private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|~~|`");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

  private MessageLine() {}

  static String of(MessageView message) {
    return PushPayload.cut(
        message.body().isEmpty()
            ? attached(message.attachments())
            : plain(PushPayload.cut(message.body(), LOOKED_AT)),
        LENGTH);
  }

  private static String plain(String body) {
    String text = OVERRIDES.matcher(body).replaceAll("");
    text = LEADS.matcher(text).replaceAll("");
    text = EMPHASIS.matcher(text).replaceAll("");
    text = LINK.matcher(text).replaceAll("$1");
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  private static String attached(List<AttachmentView> files) {
    if (files.stream().allMatch(MessageLine::isPicture)) {
      return files.size() > 1 ? "Sent " + files.size() + " photos" : "Sent a photo";
    }
    return files.size() > 1
        ? "Sent " + files.size() + " files"
        : "Sent " + OVERRIDES.matcher(files.get(0).name()).replaceAll("");
  }

  private static boolean isPicture(AttachmentView file) {
    return file.mediaType().startsWith("image/") && file.width() != null;
  }
}
