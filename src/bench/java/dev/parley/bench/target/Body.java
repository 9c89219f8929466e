package dev.parley.bench.target;

/** The text of a message: its number between two tildes, then as many letters as it needs. */
final class Body {
  private static final char MARK = '~';

  private Body() {}

  /** A body of this many characters. */
  static String of(int number, int length) {
    String head = MARK + Integer.toString(number) + MARK;
    return head + "x".repeat(Math.max(0, length - head.length()));
  }

  /** The number of the first body in a frame, or -1. */
  static int numberIn(String frame) {
    int from = frame.indexOf(MARK);
    int to = frame.indexOf(MARK, from + 1);
    return from < 0 || to < 0 ? -1 : Integer.parseInt(frame, from + 1, to, 10);
  }
}
