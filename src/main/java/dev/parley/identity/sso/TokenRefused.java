package dev.parley.identity.sso;

/**
 * A provider's token is not good; the reason, a fixed phrase, is for operators and never told to
 * whoever brought it.
 */
final class TokenRefused extends Exception {
  private static final long serialVersionUID = 1L;

  TokenRefused(String reason) {
    super(reason, null, false, false);
  }
}
