package dev.parley.identity.signin;

import dev.parley.base.problem.Code;
import java.util.UUID;

/** What happens to sign-ins. */
public sealed interface SignInEvent {
  /** Somebody has signed in. */
  record SignInOpened(UUID user, UUID signIn, String device, String address)
      implements SignInEvent {}

  /**
   * Somebody could not prove who they are.
   *
   * @param who the same for the same account or name, and tells nothing of it
   * @param user whose account it was about; null when there is no such account, and then nobody is
   *     told what was typed, since some people type their password for their name
   * @param username their name, or null
   * @param address null when it is the caller's own
   */
  record SignInRefused(String who, UUID user, String username, String address, Code why)
      implements SignInEvent {}

  /** A sign-in is over, for one of these reasons; nothing of it is good any more. */
  record SignInEnded(UUID user, UUID signIn, Why why) implements SignInEvent {

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
}
