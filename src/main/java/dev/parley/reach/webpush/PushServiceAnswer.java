package dev.parley.reach.webpush;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a push service answers.
 *
 * @param status 0 when there was no answer in time
 * @param retryAfter how long it wants to be left alone; null when it does not say
 */
record PushServiceAnswer(int status, Duration retryAfter) {
  static final PushServiceAnswer NONE = new PushServiceAnswer(0, null);

  /** What stands for an answer when the browser may not get it any more. */
  static final PushServiceAnswer UNWANTED = new PushServiceAnswer(410, null);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final int FURTHER_TRIES = 3;
  private static final int TOO_MANY = 429;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  /** What is to become of the push. */
  enum Sense {
    TAKEN,
    /** The subscription is no more. */
    GONE,
    /** Not now. */
    LATER,
    REFUSED
  }

  static PushServiceAnswer of(int status, Optional<String> retryAfter, Instant now) {
    return new PushServiceAnswer(status, retryAfter.map(text -> wait(text, now)).orElse(null));
  }

  private static Duration wait(String text, Instant now) {
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      DateTimeFormatter date = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
      Duration wait = Duration.between(now, date.parse(text, Instant::from));
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  Sense sense() {
    if (status / 100 == 2) {
      return Sense.TAKEN;
    }
    if (status == NOT_FOUND || status == GONE) {
      return Sense.GONE;
    }
    return status == 0 || status == TOO_MANY || status / 100 == 5 ? Sense.LATER : Sense.REFUSED;
  }

  /**
   * How long to wait before the next try; empty when there is to be none, as it was tried often
   * enough or the service wants to be left alone for longer than a push is worth.
   *
   * @param tries how often it was tried already
   */
  Optional<Duration> waitAfter(int tries) {
    Duration wait =
        retryAfter == null ? FIRST_WAIT.multipliedBy(1L << 2 * (tries - 1)) : retryAfter;
    return tries > FURTHER_TRIES || wait.compareTo(LONGEST_WAIT) > 0
        ? Optional.empty()
        : Optional.of(wait);
  }
}
