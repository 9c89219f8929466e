package dev.parley.reach.webpush;

import java.util.UUID;

/**
 * A member for whose devices a message may be news, and who neither sent it nor blocks its sender.
 *
 * @param isNamed whether the message mentions them
 * @param isMuted whether they have muted the conversation
 * @param place the message's seq in the conversation
 * @param joined the last seq that they may not see
 * @param read the last seq that they have read
 */
record MessageRecipient(
    UUID message,
    boolean isNamed,
    boolean isMuted,
    long place,
    long joined,
    long read,
    PushTarget by) {

  /** The rule by which the page decides as well. */
  boolean isNews() {
    return (isNamed || !isMuted) && place > read && place > joined;
  }
}
