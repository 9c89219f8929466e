package dev.parley.identity.password;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.FieldError;
import dev.parley.base.request.Input;
import dev.parley.identity.account.AccountCode;
import java.util.List;
import java.util.Locale;

/**
 * Which passwords are accepted: 8 to 128 characters, taken as they are; not the username, not one
 * of the lists of common passwords, and nothing that few guesses find.
 */
final class PasswordRule {
  private static final String EASY = "This password is too easy to guess. Choose another.";
  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  /** A longer password is on nobody's list, and measuring it would take long. */
  private static final int LONGEST_MEASURED = 64;

  private static final double FEWEST_GUESSES = 1_000_000;
  private static final int TRIVIAL_ADDITION = 3;
  private static final Zxcvbn MEASURE = new Zxcvbn();

  private PasswordRule() {}

  /**
   * Accepts a password or refuses it.
   *
   * @param username as it is kept
   * @param field what the password is called where it comes from, for the refusal
   * @throws DomainException {@code invalid_input} for its length, {@code weak_password} when it is
   *     easy to guess
   */
  static String checked(String password, String username, String field) {
    int characters = Input.required(password, field).codePointCount(0, password.length());
    if (characters < SHORTEST || characters > LONGEST) {
      throw Input.wrong(field, "A password has " + SHORTEST + " to " + LONGEST + " characters.");
    }
    if (isMadeOf(username, password.toLowerCase(Locale.ROOT))
        || characters <= LONGEST_MEASURED && isEasy(password, username)) {
      throw new DomainException(
          AccountCode.WEAK_PASSWORD, EASY, List.of(new FieldError(field, EASY)));
    }
    return password;
  }

  private static boolean isMadeOf(String username, String folded) {
    return folded.contains(username) && folded.replace(username, "").length() <= TRIVIAL_ADDITION;
  }

  private static boolean isEasy(String password, String username) {
    Strength strength = MEASURE.measure(LookalikeSigns.bounded(password), List.of(username));
    return strength.getGuesses() < FEWEST_GUESSES || isListed(strength.getSequence());
  }

  private static boolean isListed(List<Match> parts) {
    return parts.size() == 1 && "passwords".equals(parts.get(0).dictionaryName);
  }
}
