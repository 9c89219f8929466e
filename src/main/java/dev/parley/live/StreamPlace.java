package dev.parley.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Where a live session is in its user's journal, and what goes out once it has come further. */
final class StreamPlace {
  private final Queue<Awaited> awaited = new ArrayDeque<>();
  private long position;

  /** A frame that goes out once the stream has come to a place. */
  private record Awaited(long place, String frame) {}

  StreamPlace(long position) {
    this.position = position;
  }

  /** The seq of the last event that went out, or before which nothing goes out. */
  long position() {
    return position;
  }

  /** Begins anew after a place; what waited for one is forgotten. */
  void startAfter(long seq) {
    position = seq;
    awaited.clear();
  }

  /** Goes back to a place; the frame waits until the stream has come to another. */
  void repeatAfter(long seq, long until, String frame) {
    position = seq;
    awaited.add(new Awaited(until, frame));
  }

  /** Whether this is the event that comes next. */
  boolean isBefore(long seq) {
    return seq == position + 1;
  }

  void moveTo(long seq) {
    position = seq;
  }

  /** Takes the frames whose places have been reached, in the order in which they were asked for. */
  List<String> due() {
    List<String> due = new ArrayList<>();
    while (!awaited.isEmpty() && awaited.peek().place() <= position) {
      due.add(awaited.remove().frame());
    }
    return due;
  }
}
