package dev.parley.administration.userimport;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Reads the bytes of a file as text: Unicode in the forms that spreadsheets write. */
final class SpreadsheetText {
  private static final String SAVE_AS =
      " In a spreadsheet choose \"Save as\" and \"CSV UTF-8 (comma delimited)\".";
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private SpreadsheetText() {}

  /**
   * The text of a file without its byte order mark.
   *
   * @throws dev.parley.base.problem.DomainException {@code bad_file}
   */
  static String of(byte[] file) {
    if (beginsWith(file, 'P', 'K', 3, 4)) {
      throw PeopleFile.bad("This is a workbook and no CSV file." + SAVE_AS);
    }
    ByteBuffer bytes = ByteBuffer.wrap(file);
    CharBuffer text = CharBuffer.allocate(file.length);
    CharsetDecoder decoder = encoding(file).newDecoder();
    if (decoder.decode(bytes, text, true).isError()) {
      text.flip();
      int line = text.toString().split("\r\n|\n|\r", -1).length;
      throw PeopleFile.bad("Line " + line + " is no text in UTF-8." + SAVE_AS);
    }
    String whole = text.flip().toString();
    return !whole.isEmpty() && whole.charAt(0) == BYTE_ORDER_MARK ? whole.substring(1) : whole;
  }

  private static Charset encoding(byte[] file) {
    if (beginsWith(file, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    return beginsWith(file, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  private static boolean beginsWith(byte[] file, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i == file.length || (file[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
