package dev.parley.chat.message;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Input;
import java.util.Objects;
import java.util.stream.Stream;

/** Which part of a conversation's messages is asked for. */
record MessageRange(Direction direction, long seq) {
  private static final MessageRange NEWEST = new MessageRange(Direction.BEFORE, Long.MAX_VALUE);

  /** On which side of a seq the messages are. */
  enum Direction {
    BEFORE,
    AFTER,
    AROUND
  }

  /**
   * Reads the query parameters; without any it is the newest messages.
   *
   * @throws DomainException {@code bad_request} for more than one position, {@code invalid_input}
   *     for one that is no seq
   */
  static MessageRange of(String before, String after, String around) {
    if (Stream.of(before, after, around).filter(Objects::nonNull).count() > 1) {
      throw new DomainException(
          CommonCode.BAD_REQUEST, "Give one of before, after and around, not several.");
    }
    if (before != null) {
      return new MessageRange(Direction.BEFORE, seq("before", before));
    }
    if (after != null) {
      return new MessageRange(Direction.AFTER, seq("after", after));
    }
    return around == null ? NEWEST : new MessageRange(Direction.AROUND, seq("around", around));
  }

  /** Reads a stretch back from its text, as it stands in a cursor. */
  static MessageRange read(String text) {
    String[] parts = text.split(" ", 2);
    return new MessageRange(Direction.valueOf(parts[0]), Long.parseLong(parts[parts.length - 1]));
  }

  /** The rest of this stretch, after its messages up to this one. */
  MessageRange beyond(MessageView last) {
    return new MessageRange(direction, last.seq());
  }

  /** How many messages to look for to know whether a page of so many is the last. */
  int lookFor(int limit) {
    return direction == Direction.AROUND ? limit : limit + 1;
  }

  @Override
  public String toString() {
    return direction + " " + seq;
  }

  private static long seq(String name, String text) {
    if (!text.matches("\\d{1,18}")) {
      throw Input.wrong(name, "A seq is a whole number.");
    }
    return Long.parseLong(text);
  }
}
