package dev.parley.account;

import dev.parley.caller.Input;
import dev.parley.problem.DomainException;
import java.util.Locale;
import java.util.Set;

/**
 * Which passwords are accepted: 8 to 128 characters, not the username, and nothing that everybody
 * tries first.
 */
public final class PasswordRule {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;
  private static final Set<String> COMMON_WORDS =
      Set.of(
          "password",
          "passwort",
          "passw0rd",
          "p@ssword",
          "p@ssw0rd",
          "motdepasse",
          "contrasena",
          "qwerty",
          "qwertz",
          "azerty",
          "letmein",
          "welcome",
          "admin",
          "administrator",
          "iloveyou",
          "monkey",
          "dragon",
          "football",
          "baseball",
          "basketball",
          "superman",
          "batman",
          "sunshine",
          "princess",
          "master",
          "shadow",
          "michael",
          "jordan",
          "ashley",
          "charlie",
          "jennifer",
          "trustno",
          "whatever",
          "starwars",
          "computer",
          "internet",
          "samsung",
          "google",
          "liverpool",
          "chelsea",
          "arsenal",
          "changeme",
          "default",
          "secret",
          "login",
          "guest",
          "test",
          "testing",
          "hello",
          "abc",
          "abcd",
          "asdf",
          "asdfgh",
          "zxcvbn",
          "qazwsx",
          "summer",
          "winter",
          "spring",
          "autumn",
          "parley",
          "chat",
          "user",
          "root",
          "love",
          "flower",
          "freedom",
          "mustang",
          "killer",
          "pokemon",
          "cookie",
          "cheese",
          "pepper",
          "ginger",
          "maggie",
          "soccer",
          "hockey",
          "hunter",
          "ranger",
          "access",
          "matrix",
          "corvette",
          "mercedes",
          "ferrari",
          "phoenix",
          "thunder",
          "yankees",
          "william");
  private static final String RUNS =
      "abcdefghijklmnopqrstuvwxyz 01234567890123456789 qwertyuiop asdfghjkl zxcvbnm 1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv";

  private PasswordRule() {}

  /**
   * Accepts a password or refuses it.
   *
   * @throws DomainException {@code invalid_input} for its length, {@code weak_password} when it is
   *     easy to guess
   */
  public static String checked(String password, String username) {
    int characters = Input.required(password, "password").codePointCount(0, password.length());
    if (characters < SHORTEST || characters > LONGEST) {
      throw Input.wrong(
          "password", "A password has " + SHORTEST + " to " + LONGEST + " characters.");
    }
    String folded = password.toLowerCase(Locale.ROOT);
    if (folded.equals(username) || isCommon(folded)) {
      throw new DomainException(
          AccountCode.WEAK_PASSWORD, "This password is too easy to guess. Choose another.");
    }
    return password;
  }

  private static boolean isCommon(String folded) {
    String word = folded.replaceAll("^[\\d\\W_]+|[\\d\\W_]+$", "");
    return folded.chars().distinct().count() <= 2
        || COMMON_WORDS.contains(word)
        || COMMON_WORDS.contains(folded)
        || isRun(folded)
        || isRepeated(folded);
  }

  private static boolean isRun(String folded) {
    String backwards = new StringBuilder(folded).reverse().toString();
    return RUNS.contains(folded) || RUNS.contains(backwards);
  }

  private static boolean isRepeated(String folded) {
    return folded.matches("(.{1,4})\\1+");
  }
}
