package dev.parley.enrolment;

/**
 * A line of the file.
 *
 * @param line its number in the file, from 1
 * @param displayName null for the username
 * @param password null for a link to choose one
 * @param roles null for none beyond that of a user
 * @param fault what is wrong with the line, null when it can be read
 */
record Newcomer(
    int line, String username, String displayName, String password, String roles, String fault) {

  static Newcomer broken(int line, String fault) {
    return new Newcomer(line, null, null, null, null, fault);
  }

  /** Nothing of the password where somebody prints it. */
  @Override
  public String toString() {
    return "line " + line;
  }
}
