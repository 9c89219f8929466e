package dev.parley.identity.account;

import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.FieldError;
import java.util.List;
import java.util.regex.Pattern;

/** The rule for usernames. */
public final class Username {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]");
  private static final Pattern OF_THE_DELETED = Pattern.compile("deleted-[0-9a-f]{12}");

  /** A word that stands where a username stands in an address. */
  private static final String IMPORT = "import";

  private Username() {}

  /** What was given with {@code A-Z} folded to lower case; nothing else is changed. */
  public static String fold(String given) {
    if (given == null) {
      return "";
    }
    StringBuilder folded = new StringBuilder(given.length());
    given.chars().forEach(c -> folded.append((char) (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c)));
    return folded.toString();
  }

  /** Whether somebody can have this name. */
  static boolean isOne(String folded) {
    return FORM.matcher(folded).matches();
  }

  /** Whether somebody may choose this name, if nobody has it. */
  static boolean mayBeChosen(String folded) {
    return isOne(folded) && !OF_THE_DELETED.matcher(folded).matches();
  }

  /**
   * The username as it is kept, when it is one that may be chosen.
   *
   * @throws DomainException {@code invalid_username}; {@code username_taken} for the names that
   *     deleted accounts get and for those that mean something else in an address
   */
  public static String checked(String given) {
    String folded = fold(given);
    if (!isOne(folded)) {
      String rule = AccountCode.INVALID_USERNAME.title();
      throw new DomainException(
          AccountCode.INVALID_USERNAME, rule, List.of(new FieldError("username", rule)));
    }
    if (OF_THE_DELETED.matcher(folded).matches() || folded.equals(IMPORT)) {
      throw taken(folded);
    }
    return folded;
  }

  static DomainException taken(String username) {
    return new DomainException(
        AccountCode.USERNAME_TAKEN, "The username " + username + " is taken. Choose another.");
  }
}
