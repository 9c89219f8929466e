package dev.parley.administration.audit;

import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.FieldError;
import dev.parley.base.request.DisplayText;
import java.util.List;

/**
 * Why an administrator does something; also the body that says nothing else.
 *
 * @param reason as it was given
 */
public record Reason(String reason) {
  private static final int LONGEST = 500;

  /**
   * The reason as it is kept: without what surrounds it, 1 to 500 characters of which some can be
   * seen.
   *
   * @throws DomainException {@code reason_required}
   */
  public static String required(String given) {
    String reason = given == null ? "" : DisplayText.stripped(given);
    if (reason.codePointCount(0, reason.length()) > LONGEST || !DisplayText.isText(reason)) {
      throw new DomainException(
          AuditCode.REASON_REQUIRED,
          AuditCode.REASON_REQUIRED.title(),
          List.of(new FieldError("reason", AuditCode.REASON_REQUIRED.title())));
    }
    return reason;
  }

  /** The same where none needs to be given; null then. */
  public static String optional(String given) {
    return given == null || DisplayText.stripped(given).isEmpty() ? null : required(given);
  }
}
