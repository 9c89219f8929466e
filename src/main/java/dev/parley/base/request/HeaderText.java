package dev.parley.base.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a header's value, whose bytes above 127 are UTF-8 as a rule, and Latin-1 otherwise. */
final class HeaderText {
  private HeaderText() {}

  /** The text of a value that the server read as Latin-1, one character a byte. */
  static String decoded(String value) {
    if (value.chars().anyMatch(c -> c > 0xFF)) {
      return value;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return value;
    }
  }
}
