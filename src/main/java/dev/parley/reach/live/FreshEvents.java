package dev.parley.reach.live;

import dev.parley.base.journal.FreshEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Events that need no reading, as frames: what they show was made into JSON once for everybody. */
final class FreshEvents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private FreshEvents() {}

  /** Whether all that its frame shows is here. */
  static boolean isComplete(FreshEvent event) {
    return event.data() != null;
  }

  /** The frame, the same as of an event that was read. */
  static String frame(FreshEvent event) {
    return "{\"type\":\"event\",\"seq\":"
        + event.seq()
        + ",\"event\":\""
        + event.type()
        + "\",\"at\":\""
        + TIME.format(event.at())
        + "\",\"data\":"
        + event.data()
        + "}";
  }
}
