package dev.parley.identity.account;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** When a user wants no browser notifications: local times {@code HH:mm} in a time zone. */
public record QuietHours(String from, String to, String timeZone) {

  /**
   * Whether a moment lies in them; they may span midnight, and are none when they end as they
   * begin.
   */
  public boolean cover(Instant at) {
    LocalTime clock = LocalTime.ofInstant(at, ZoneId.of(timeZone)).truncatedTo(ChronoUnit.MINUTES);
    LocalTime begin = LocalTime.parse(from);
    LocalTime end = LocalTime.parse(to);
    boolean begun = !clock.isBefore(begin);
    boolean goOn = clock.isBefore(end);
    return begin.isAfter(end) ? begun || goOn : begun && goOn;
  }
}
