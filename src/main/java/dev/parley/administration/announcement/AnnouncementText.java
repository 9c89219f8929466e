package dev.parley.administration.announcement;

import dev.parley.base.request.DisplayText;
import dev.parley.base.request.Input;
import java.time.Instant;
import java.util.Set;

/** An announcement that may be published: what it says, how loudly and when. */
record AnnouncementText(String text, String level, Instant from, Instant to) {
  private static final int LONGEST = 500;
  private static final Set<String> LEVELS = Set.of("info", "warning", "critical");

  /**
   * Checks what was given.
   *
   * @param from null for now
   * @param to null for as long as nobody withdraws it
   * @throws dev.parley.base.problem.DomainException {@code invalid_input}
   */
  static AnnouncementText checked(String text, String level, String from, String to, Instant now) {
    String said = DisplayText.lines(text, LONGEST, "text");
    if (!LEVELS.contains(Input.required(level, "level"))) {
      throw Input.wrong("level", "This is info, warning or critical.");
    }
    Instant start = from == null ? now : Input.instant(from, "from");
    Instant end = Input.instant(to, "to");
    if (end != null && !(end.isAfter(start) && end.isAfter(now))) {
      throw Input.wrong("to", "An announcement ends in the future, after it begins.");
    }
    return new AnnouncementText(said, level, start, end);
  }
}
