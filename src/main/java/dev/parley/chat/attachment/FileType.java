package dev.parley.chat.attachment;

import dev.parley.base.media.PictureFormat;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a file is by its first bytes, among the types that are served as what they are; anything
 * else is only bytes. A name chooses among the formats that share a container, never the container.
 */
final class FileType {
  static final String UNKNOWN = "application/octet-stream";

  /** How many bytes of a file tell what it is. */
  static final int HEAD = 8192;

  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
  private static final String ODF = "application/vnd.oasis.opendocument.";
  private static final Map<String, String> ZIPPED =
      Map.of(
          "docx", OOXML + "wordprocessingml.document",
          "xlsx", OOXML + "spreadsheetml.sheet",
          "pptx", OOXML + "presentationml.presentation",
          "odt", ODF + "text",
          "ods", ODF + "spreadsheet",
          "odp", ODF + "presentation");
  private static final Map<String, String> OLD_OFFICE =
      Map.of(
          "doc", "application/msword",
          "xls", "application/vnd.ms-excel",
          "ppt", "application/vnd.ms-powerpoint");

  private FileType() {}

  /** The media type of a file that begins with these bytes, at most {@link #HEAD}. */
  static String of(byte[] head, String name) {
    String start = new String(head, 0, Math.min(64, head.length), StandardCharsets.ISO_8859_1);
    String type = PictureFormat.of(head).map(PictureFormat::mediaType).orElse(null);
    type = type == null ? document(start, FileName.ending(name)) : type;
    type = type == null ? sound(start) : type;
    type = type == null ? film(start) : type;
    if (type != null) {
      return type;
    }
    return isPlainText(head) ? "text/plain" : UNKNOWN;
  }

  private static String document(String start, String ending) {
    if (start.startsWith("%PDF-")) {
      return "application/pdf";
    }
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return ZIPPED.getOrDefault(ending, "application/zip");
    }
    if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return OLD_OFFICE.getOrDefault(ending, UNKNOWN);
    }
    return null;
  }

  private static String sound(String start) {
    if (start.startsWith("ID3") || start.matches("(?s)\u00ff[\u00fb\u00f3\u00f2].*")) {
      return "audio/mpeg";
    }
    if (start.matches("(?s)RIFF.{4}WAVE.*")) {
      return "audio/wav";
    }
    if (start.startsWith("fLaC")) {
      return "audio/flac";
    }
    return start.matches("(?s).{4}ftypM4A.*") ? "audio/mp4" : null;
  }

  private static String film(String start) {
    if (start.startsWith("OggS")) {
      return start.contains("theora") ? "video/ogg" : "audio/ogg";
    }
    if (start.startsWith("\u001aE\u00df\u00a3")) {
      return start.contains("webm") ? "video/webm" : "video/x-matroska";
    }
    if (start.matches("(?s).{4}ftypqt.*")) {
      return "video/quicktime";
    }
    return start.matches("(?s).{4}ftyp(isom|iso\\d|mp4\\d|avc1|M4V|3gp|dash).*")
        ? "video/mp4"
        : null;
  }

  /** UTF-8 without control characters that is not the beginning of a page or picture in markup. */
  private static boolean isPlainText(byte[] head) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(head.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(head), text, head.length < HEAD);
    text.flip();
    return head.length > 0
        && result.isUnderflow()
        && text.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\n' || c == '\r' || c == '\t')
        && !text.toString().replace("\ufeff", "").strip().startsWith("<");
  }
}
