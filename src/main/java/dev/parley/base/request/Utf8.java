package dev.parley.base.request;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads text strictly: bytes that are no UTF-8 are refused, never replaced. */
public final class Utf8 {
  private Utf8() {}

  /**
   * The text of these bytes.
   *
   * @throws DomainException {@code bad_request}
   */
  public static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refusal();
    }
  }

  /**
   * Refuses a path, a query or a form of which the percent-encoded bytes are no UTF-8; null is let
   * through.
   *
   * @throws DomainException {@code bad_request}
   */
  public static void checkEncoded(String encoded) {
    if (encoded == null || encoded.indexOf('%') < 0) {
      return;
    }
    byte[] bytes = new byte[encoded.length()];
    int length = 0;
    for (int at = 0; at < encoded.length(); at++) {
      char next = encoded.charAt(at);
      if (next == '%') {
        bytes[length++] = escaped(encoded, at + 1);
        at += 2;
      } else {
        // What stands for itself was read before; here it only parts one sequence from the next.
        bytes[length++] = '.';
      }
    }
    text(Arrays.copyOf(bytes, length));
  }

  private static byte escaped(String encoded, int at) {
    if (at + 2 > encoded.length()
        || !HexFormat.isHexDigit(encoded.charAt(at))
        || !HexFormat.isHexDigit(encoded.charAt(at + 1))) {
      throw refusal();
    }
    return (byte) HexFormat.fromHexDigits(encoded, at, at + 2);
  }

  private static DomainException refusal() {
    return new DomainException(CommonCode.BAD_REQUEST, "This is no UTF-8.");
  }
}
