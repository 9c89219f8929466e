package dev.parley.base.request;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.FieldError;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Checks on what a call brings that are the same for every resource. */
public final class Input {
  private static final Instant FIRST_MOMENT = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private Input() {}

  /** The body, which must be there. */
  public static <T> T required(T body) {
    if (body == null) {
      throw new DomainException(
          CommonCode.BAD_REQUEST, "This call needs a JSON object as its body.");
    }
    return body;
  }

  /** A member that must be there. */
  public static <T> T required(T value, String field) {
    if (value == null) {
      throw wrong(field, "This is required.");
    }
    return value;
  }

  /** An id of a path; one that is no UUID names nothing. */
  public static UUID id(String path) {
    try {
      if (path.length() == 36) {
        return UUID.fromString(path);
      }
    } catch (IllegalArgumentException e) {
      // falls through: it names nothing
    }
    throw new DomainException(CommonCode.NOT_FOUND);
  }

  /**
   * What somebody looks for, folded; empty without anything that can be seen.
   *
   * @param most characters as it was given
   */
  public static String query(String value, int most) {
    return FoldedText.fold(text(value, most, "q"));
  }

  /**
   * An optional text as it is, of at most so many characters, counted as Unicode code points, all
   * of which can be kept.
   */
  public static String text(String value, int most, String field) {
    if (value == null) {
      return "";
    }
    if (value.codePointCount(0, value.length()) > most) {
      throw wrong(field, "At most " + most + " characters.");
    }
    if (value.codePoints().anyMatch(Input::cannotBeKept)) {
      throw wrong(field, "This character is not allowed.");
    }
    return value;
  }

  /** Whether it is NUL or half a character, which no part behind this one keeps. */
  public static boolean cannotBeKept(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }

  /**
   * An optional moment, such as {@code 2026-01-31T12:00:00Z}; null without one.
   *
   * @throws DomainException {@code invalid_input}
   */
  public static Instant instant(String value, String field) {
    try {
      return value == null ? null : moment(value).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeParseException e) {
      throw wrong(field, "This must be a time such as 2026-01-31T12:00:00Z.");
    }
  }

  /**
   * A moment as RFC 3339 writes it, with a year of four digits: no database knows others.
   *
   * @throws DateTimeParseException when it is none
   */
  public static Instant moment(String value) {
    Instant moment = Instant.parse(value);
    if (moment.isBefore(FIRST_MOMENT) || !moment.isBefore(YEAR_10000)) {
      throw new DateTimeParseException("A year has four digits", value, 0);
    }
    return moment;
  }

  /** A refusal that names the wrong member. */
  public static DomainException wrong(String field, String message) {
    return new DomainException(
        CommonCode.INVALID_INPUT, field + ": " + message, List.of(new FieldError(field, message)));
  }
}
