package dev.parley.base.journal;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * An event as its user sees it now, in the form of its frame: members in one order, whatever made
 * it.
 *
 * @param type always {@link #FRAME}
 * @param seq its place in the user's journal
 * @param event what happened, such as {@code connection.requested}
 * @param at when it was committed
 * @param data what it is about, or null when its user may no longer see that
 */
@JsonbPropertyOrder({"type", "seq", "event", "at", "data"})
public record JournalEvent(String type, long seq, String event, Instant at, Object data) {
  /** The type of every event's frame. */
  public static final String FRAME = "event";
}
