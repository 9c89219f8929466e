package dev.parley.identity.account;

import java.util.UUID;

/** A user has another password; only this sign-in, if any, is to stay. */
public record PasswordChanged(UUID user, UUID keptSignIn) {}
