package dev.parley.launcher;

/** Why the application cannot start, as one sentence for the person at the terminal. */
final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailure(String sentence) {
    super(sentence);
  }
}
