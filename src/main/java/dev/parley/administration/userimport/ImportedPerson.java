package dev.parley.administration.userimport;

import dev.parley.base.problem.DomainException;
import dev.parley.identity.account.AccountCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A line of the file.
 *
 * @param line its number in the file, from 1
 * @param displayName null for the username
 * @param password null for a link to choose one
 * @param roles null for none beyond that of a user
 * @param fault what is wrong with the line, null when it can be read
 */
record ImportedPerson(
    int line, String username, String displayName, String password, String roles, String fault) {

  static ImportedPerson broken(int line, String fault) {
    return new ImportedPerson(line, null, null, null, null, fault);
  }

  /**
   * Whether the person is to administer.
   *
   * @throws DomainException {@code unknown_role}
   */
  boolean isAdmin() {
    List<String> given = roles == null ? List.of() : List.of(roles.split("[\\p{Z}\\s,;|]+"));
    given.stream()
        .filter(role -> !role.isEmpty() && !isOneOf(role, "admin", "user"))
        .findFirst()
        .ifPresent(
            role -> {
              throw new DomainException(
                  AccountCode.UNKNOWN_ROLE,
                  "In the column roles: there is no role \""
                      + role
                      + "\". The roles are admin and user.");
            });
    return given.stream().anyMatch(role -> isOneOf(role, "admin"));
  }

  private static boolean isOneOf(String role, String... known) {
    return Stream.of(known).anyMatch(role.toLowerCase(Locale.ROOT)::equals);
  }

  /** Nothing of the password where somebody prints it. */
  @Override
  public String toString() {
    return "line " + line;
  }
}
