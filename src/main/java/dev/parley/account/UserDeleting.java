package dev.parley.account;

import java.util.UUID;

/**
 * A user's account is about to be deleted: what is only theirs goes now, in this transaction, while
 * they still have their name; other people's history keeps them as a deleted user.
 */
public record UserDeleting(UUID user) {}
