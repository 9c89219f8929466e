package dev.parley.identity.signin;

/** How a sign-in stands, for those who hold a live session of it. */
public enum SignInState {
  ACTIVE,
  ENDED,
  DISABLED,
  /** Nothing renewed it in time. */
  EXPIRED
}
