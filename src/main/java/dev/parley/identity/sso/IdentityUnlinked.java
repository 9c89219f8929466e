package dev.parley.identity.sso;

import java.util.UUID;

/** A user has taken a way to sign in away. */
public record IdentityUnlinked(UUID user, String issuer, UUID identity) {}
