package dev.parley.administration.audit;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Input;
import dev.parley.identity.account.Username;
import java.time.Instant;

/**
 * Which lines of the log are wanted; what is null does not matter.
 *
 * @param from the first moment that is wanted
 * @param to the first moment that is wanted no more
 */
record AuditFilter(String actor, String target, String act, Instant from, Instant to) {
  private static final int LONGEST = 300;

  /**
   * Reads query parameters; empty ones do not matter.
   *
   * @throws DomainException {@code bad_request}, {@code invalid_input}
   */
  static AuditFilter of(String actor, String target, String act, String from, String to) {
    String word = given(act);
    if (word != null && Act.of(word).isEmpty()) {
      throw new DomainException(CommonCode.BAD_REQUEST, "There is no act " + word + ".");
    }
    return new AuditFilter(
        name(actor, "actor"),
        name(target, "target"),
        word,
        Input.instant(given(from), "from"),
        Input.instant(given(to), "to"));
  }

  private static String given(String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  /** Usernames are folded; a target that is no name, such as a sentence, is not. */
  private static String name(String value, String field) {
    String name = given(Input.text(value, LONGEST, field));
    return name == null || name.indexOf(' ') >= 0 ? name : Username.fold(name);
  }
}
