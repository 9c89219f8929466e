package dev.parley.chat.message;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A message that was just sent, as JSON: the very text that the general serialiser makes of it, at
 * a fraction of its cost, since every message passes here.
 */
final class MessageJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder json;

  private MessageJson(int length) {
    json = new StringBuilder(length);
  }

  /**
   * The JSON of a message without attachments that nobody has edited, deleted or reacted to yet.
   */
  static String ofNew(MessageView message) {
    return new MessageJson(message.body().length() + 500).write(message);
  }

  private String write(MessageView message) {
    json.append("{\"attachments\":[],\"body\":");
    text(message.body());
    json.append(",\"client_id\":");
    text(message.clientId());
    json.append(",\"conversation\":\"").append(message.conversation());
    json.append("\",\"created_at\":\"").append(time(message.createdAt()));
    json.append("\",\"deleted_at\":null,\"edited_at\":null,\"id\":\"").append(message.id());
    json.append("\",\"mentions\":");
    texts(message.mentions());
    json.append(",\"reactions\":[],\"reply_to\":");
    text(message.replyTo() == null ? null : message.replyTo().toString());
    json.append(",\"sender\":");
    text(message.sender());
    json.append(",\"seq\":").append(message.seq());
    return json.append(",\"version\":").append(message.version()).append('}').toString();
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  private void texts(List<String> texts) {
    json.append('[');
    for (int i = 0; i < texts.size(); i++) {
      json.append(i == 0 ? "" : ",");
      text(texts.get(i));
    }
    json.append(']');
  }

  private void text(String text) {
    if (text == null) {
      json.append("null");
      return;
    }
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    json.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"', '\\' -> json.append('\\').append(c);
      case '\b' -> json.append("\\b");
      case '\f' -> json.append("\\f");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      default -> {
        if (c < ' ') {
          json.append(String.format("\\u%04x", (int) c));
        } else {
          json.append(c);
        }
      }
    }
  }
}
