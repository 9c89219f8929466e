package dev.parley.identity.account;

import java.util.UUID;

/**
 * A user's account is about to be deleted: what is only theirs goes now, in this transaction, while
 * they still have their name; other people's history keeps them as a deleted user.
 *
 * <p>A deletion touches rows of many chapters. Observers with these priorities lock them first, in
 * the order of all other acts, and those without one change them.
 */
public record UserDeleting(UUID user) {
  public static final int LOCKS_CONVERSATIONS = 100;
  public static final int LOCKS_NOTIFICATIONS = 200;
}
