package dev.parley.reach.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Where a live session is in its user's journal, and what goes out once it has come further. */
final class JournalCursor {
  private final Queue<Awaited> awaited = new ArrayDeque<>();
  private long position;
  private long wanted;
  private Instant wantedSince = Instant.MIN;
  private long lookedAt;
  private int looks;

  /** A frame that goes out once the stream has come to a place. */
  private record Awaited(long place, String frame) {}

  JournalCursor(long position) {
    this.position = position;
  }

  /** The seq of the last event that went out, or before which nothing goes out. */
  long position() {
    return position;
  }

  /** Begins anew after a place; returns the frames that waited for one and are forgotten. */
  List<String> startAfter(long seq) {
    position = seq;
    wanted = 0;
    List<String> forgotten = awaited.stream().map(Awaited::frame).toList();
    awaited.clear();
    return forgotten;
  }

  /** Goes back to a place; the frame waits until the stream has come to another. */
  void repeatAfter(long seq, long until, String frame) {
    position = seq;
    wanted = 0;
    awaited.add(new Awaited(until, frame));
  }

  /** Whether this is the event that comes next. */
  boolean isBefore(long seq) {
    return seq == position + 1;
  }

  void moveTo(long seq) {
    position = seq;
  }

  /**
   * How long it has been waiting for an event at least: since the head was first seen where it has
   * not come to yet.
   */
  Duration behind(long head, Instant now) {
    if (position >= wanted) {
      wanted = head;
      wantedSince = now;
    }
    return position >= head ? Duration.ZERO : Duration.between(wantedSince, now);
  }

  /** In how many looks in a row it was behind a head and in the same place; 0 when it moves. */
  int stalledLooks(long head) {
    looks = position >= head ? 0 : position == lookedAt ? looks + 1 : 1;
    lookedAt = position;
    return looks;
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
