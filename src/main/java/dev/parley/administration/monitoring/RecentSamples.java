package dev.parley.administration.monitoring;

import java.util.ArrayDeque;
import java.util.Deque;

/** The notes of the last minute, one a second; the newest comes first. */
final class RecentSamples {
  static final int MINUTE = 60;

  private final Deque<Sample> notes = new ArrayDeque<>();

  RecentSamples(Sample first) {
    notes.add(first);
  }

  synchronized void add(Sample note) {
    notes.addFirst(note);
    if (notes.size() > MINUTE + 1) {
      notes.removeLast();
    }
  }

  synchronized Sample newest() {
    return notes.getFirst();
  }

  /** The note of this many seconds before the newest, or the oldest when there is none so old. */
  synchronized Sample before(int seconds) {
    return notes.stream().skip(seconds).findFirst().orElseGet(notes::getLast);
  }
}
