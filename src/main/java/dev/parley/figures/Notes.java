package dev.parley.figures;

import java.util.ArrayDeque;
import java.util.Deque;

/** The notes of the last minute, one a second; the newest comes first. */
final class Notes {
  static final int MINUTE = 60;

  private final Deque<Note> notes = new ArrayDeque<>();

  Notes(Note first) {
    notes.add(first);
  }

  synchronized void add(Note note) {
    notes.addFirst(note);
    if (notes.size() > MINUTE + 1) {
      notes.removeLast();
    }
  }

  synchronized Note newest() {
    return notes.getFirst();
  }

  /** The note of this many seconds before the newest, or the oldest when there is none so old. */
  synchronized Note before(int seconds) {
    return notes.stream().skip(seconds).findFirst().orElseGet(notes::getLast);
  }
}
