package dev.parley.account;

import dev.parley.problem.DomainException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rule for usernames. */
public final class Username {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]");

  private Username() {}

  /** The username as it is kept. */
  public static String fold(String given) {
    return given == null ? "" : given.toLowerCase(Locale.ROOT);
  }

  /**
   * The username as it is kept, when it is one.
   *
   * @throws DomainException {@code invalid_username}
   */
  static String checked(String given) {
    String folded = fold(given);
    if (!FORM.matcher(folded).matches()) {
      throw new DomainException(AccountCode.INVALID_USERNAME);
    }
    return folded;
  }
}
