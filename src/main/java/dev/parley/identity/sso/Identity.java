package dev.parley.identity.sso;

import java.util.UUID;

/** Somebody at a provider, and which user that is here. */
record Identity(UUID id, UUID user, String issuer, boolean gaveAdmin) {}
