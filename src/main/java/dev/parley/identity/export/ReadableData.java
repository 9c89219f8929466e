package dev.parley.identity.export;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** Data as pages that people can read: nothing in them is markup but our own, and nothing runs. */
public final class ReadableData {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>%s</title>
      <style>body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
      dt{font-weight:bold}dd,li{overflow-wrap:anywhere;white-space:pre-wrap}small{color:#555}</style>
      </head><body>
      <h1>%s</h1>
      """;
  private static final String FOOT = "</body></html>\n";
  private static final int LONGEST = 20_000;

  private ReadableData() {}

  /** A text in which nothing is markup. */
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** How a page begins. */
  public static String head(String title) {
    return HEAD.formatted(escaped(title), escaped(title));
  }

  /** How a page ends. */
  public static String foot() {
    return FOOT;
  }

  static String page(String title, CharSequence content) {
    return head(title) + content + FOOT;
  }

  /** JSON as lists. */
  static String html(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      StringBuilder out = new StringBuilder();
      write(reader.readValue(), out);
      return out.toString();
    }
  }

  private static void write(JsonValue value, StringBuilder out) {
    if (value instanceof JsonObject object) {
      out.append("<dl>\n");
      object.forEach(
          (name, member) -> {
            out.append("<dt>").append(escaped(name.replace('_', ' '))).append("</dt><dd>");
            write(member, out);
            out.append("</dd>\n");
          });
      out.append("</dl>\n");
    } else if (value instanceof JsonArray array) {
      out.append("<ul>\n");
      array.forEach(
          item -> {
            out.append("<li>");
            write(item, out);
            out.append("</li>\n");
          });
      out.append("</ul>\n");
    } else if (value != JsonValue.NULL) {
      String text = value instanceof JsonString string ? string.getString() : value.toString();
      out.append(escaped(text.length() > LONGEST ? "(see the JSON file)" : text));
    }
  }
}
