package dev.parley.identity.sso;

import java.util.UUID;

/**
 * A user signs in by a provider from now on: by their own act, or because the account was made so.
 *
 * @param madeAccount whether the account was made with it
 */
public record IdentityLinked(
    UUID user, String provider, String issuer, String subject, boolean madeAccount) {}
