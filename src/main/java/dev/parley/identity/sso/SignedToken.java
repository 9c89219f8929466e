package dev.parley.identity.sso;

/**
 * A token whose signature and issuer are its provider's.
 *
 * @param fingerprint of what was signed: the signature itself could be written in another way
 */
record SignedToken(TokenClaims claims, byte[] fingerprint) {}
