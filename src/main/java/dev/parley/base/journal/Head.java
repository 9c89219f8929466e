package dev.parley.base.journal;

/**
 * How far a user's journal goes: events after {@code floor} up to {@code head} can be read, in this
 * {@code epoch}.
 */
public record Head(String epoch, long head, long floor) {

  /** Whether a reader who has everything up to {@code since} can go on from there. */
  public boolean reaches(long since) {
    return since >= floor && since <= head;
  }
}
