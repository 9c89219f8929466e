package dev.parley.notification;

import java.time.Instant;
import java.util.UUID;

/** An entry of the bell list. */
public record NotificationView(
    UUID id, String kind, String text, About data, Instant createdAt, Instant readAt) {

  /** The relation and the person it is about. */
  public record About(UUID connectionId, String username, String displayName) {}
}
