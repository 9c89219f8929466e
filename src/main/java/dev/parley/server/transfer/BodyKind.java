package dev.parley.server.transfer;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the body of a request can be, which decides how large it may be. */
enum BodyKind {
  JSON,
  PICTURE,
  ATTACHMENT,
  IMPORT;

  /** What multipart wraps around a file, and the fields beside it. */
  static final int ENVELOPE = 8192;

  private static final String API = "/chat/api/";
  private static final Pattern PICTURES =
      Pattern.compile("(?:me/avatar|conversations/[^/]+/picture)/?");

  /**
   * The kind, by the method, the path as it stands in the request line, and the content type, which
   * may be null; only a file that is sent to where files are taken may be large.
   */
  static BodyKind of(String method, String path, String contentType) {
    String type = String.valueOf(contentType).strip().toLowerCase(Locale.ROOT);
    if (!path.startsWith(API) || !type.startsWith("multipart/") && !type.startsWith("text/csv")) {
      return JSON;
    }
    String call = path.substring(API.length());
    if (method.equals("PUT") && PICTURES.matcher(call).matches()) {
      return PICTURE;
    }
    if (method.equals("POST") && call.matches("attachments/?")) {
      return ATTACHMENT;
    }
    return method.equals("POST") && call.matches("admin/users/import/?") ? IMPORT : JSON;
  }
}
