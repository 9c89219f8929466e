package dev.parley.reach.live;

/**
 * How far a live session is behind its user's journal.
 *
 * @param events how many have not gone out to it
 * @param seconds for how long one of them has been missing, at least
 */
public record Lag(long events, long seconds) {
  static final Lag NONE = new Lag(0, 0);

  /** The worse of both in each respect. */
  Lag or(Lag other) {
    return new Lag(Math.max(events, other.events), Math.max(seconds, other.seconds));
  }
}
