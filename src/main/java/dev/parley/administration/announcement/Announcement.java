package dev.parley.administration.announcement;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that administrators tell everybody.
 *
 * @param level info, warning or critical
 * @param to null when it stands until it is withdrawn
 * @param state scheduled, current or over, at the moment it is shown
 */
public record Announcement(
    UUID id,
    String text,
    String level,
    Instant from,
    Instant to,
    Instant createdAt,
    String createdBy,
    String state) {

  static String state(Instant from, Instant to, Instant now) {
    if (now.isBefore(from)) {
      return "scheduled";
    }
    return to == null || now.isBefore(to) ? "current" : "over";
  }
}
