package dev.parley.identity.signin;

import java.util.UUID;

/** A sign-in is over, for one of these reasons; nothing of it is good any more. */
public record SignInEnded(UUID user, UUID signIn, Why why) {

  /** Why a sign-in ended. */
  public enum Why {
    LOGOUT,
    REVOKED,
    PASSWORD_CHANGED,
    REUSE,
    /** Newer ones have taken its place. */
    CROWDED_OUT,
    /** By an administrator. */
    TERMINATED,
    DISABLED,
    /** The provider of single sign-on said so, or the way in was taken away. */
    PROVIDER,
    DELETED
  }
}
