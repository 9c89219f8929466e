package dev.parley.account;

import java.util.UUID;

/** A user's account is about to go, with all its rows. */
public record UserDeleting(UUID user) {}
