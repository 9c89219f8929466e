package dev.parley.base.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the formats of pictures apart by their first bytes. */
public enum PictureFormat {
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff.*"),
  PNG("image/png", "\u0089PNG\r\n\u001a\n.*"),
  GIF("image/gif", "GIF8[79]a.*"),
  WEBP("image/webp", "RIFF.{4}WEBP.*");

  private static final int HEAD = 12;

  private final String mediaType;
  private final Pattern start;

  PictureFormat(String mediaType, String start) {
    this.mediaType = mediaType;
    this.start = Pattern.compile(start, Pattern.DOTALL);
  }

  public String mediaType() {
    return mediaType;
  }

  /** The format of a file that begins with these bytes. */
  public static Optional<PictureFormat> of(byte[] file) {
    String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(each -> each.start.matcher(head).matches()).findFirst();
  }
}
