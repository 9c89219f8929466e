package dev.parley.identity.account;

import java.util.UUID;

/** What happens to accounts and their users. */
public sealed interface AccountEvent {
  /** Somebody has made an account for themselves, or was named the first administrator. */
  record UserRegistered(UUID user, String username, boolean admin) implements AccountEvent {}

  /** A user's name, status or avatar is another one. */
  record ProfileChanged(UUID user) implements AccountEvent {}

  /** A user has chosen otherwise. */
  record SettingsChanged(UUID user, Settings before, Settings now) implements AccountEvent {

    /** Whether the user now tells, or no longer tells, how far they have read. */
    public boolean switchesReceipts() {
      return before.readReceipts() != now.readReceipts();
    }
  }

  /** A user has another password; only this sign-in, if any, is to stay. */
  record PasswordChanged(UUID user, UUID keptSignIn) implements AccountEvent {}

  /** What a user may do has changed: an account was disabled or enabled, a role given or taken. */
  record PermissionsChanged(UUID user) implements AccountEvent {}

  /**
   * An administrator has disabled an account: its devices are out at once, to others it is away.
   */
  record AccountDisabled(UUID user) implements AccountEvent {}

  /** An administrator has enabled an account again: to others all is as it was before. */
  record AccountEnabled(UUID user) implements AccountEvent {}

  /**
   * A user's account is about to be deleted: what is only theirs goes now, in this transaction,
   * while they still have their name; other people's history keeps them as a deleted user.
   *
   * <p>A deletion touches rows of many chapters. Observers with these priorities lock them first,
   * in the order of all other acts, and those without one change them.
   */
  record UserDeleting(UUID user) implements AccountEvent {
    public static final int LOCKS_CONVERSATIONS = 100;
    public static final int LOCKS_NOTIFICATIONS = 200;
  }

  /** Somebody has deleted their own account; this was their name. */
  record UserLeft(UUID user, String username) implements AccountEvent {}
}
