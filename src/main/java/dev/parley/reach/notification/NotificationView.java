package dev.parley.reach.notification;

import java.time.Instant;
import java.util.UUID;

/** An entry of the bell list. */
public record NotificationView(
    UUID id, String kind, String text, About data, Instant createdAt, Instant readAt) {

  /**
   * The relation, or the message and its conversation, and the person it is about; what it is not
   * about is null.
   */
  public record About(
      UUID connectionId, UUID conversation, UUID message, String username, String displayName) {}
}
