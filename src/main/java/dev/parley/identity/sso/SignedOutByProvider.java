package dev.parley.identity.sso;

import java.util.UUID;

/**
 * A provider has signed a user out.
 *
 * @param signIns how many sign-ins ended by it
 */
public record SignedOutByProvider(UUID user, String provider, int signIns) {}
