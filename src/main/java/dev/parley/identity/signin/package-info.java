/**
 * Signing in: passwords to tokens, their renewal, and their end.
 *
 * <p>A sign-in is one device's permission. Its access tokens live for minutes and are verified by
 * MicroProfile JWT; its refresh token is random, kept hashed and rotates. The old refresh token
 * stays good until a successor (refresh or access token) has been used; using it after that ends
 * the sign-in. Of several successors (a lost answer, two tabs) those used within a minute of the
 * first live on; one that was kept longer is dead: it may be a thief's. What ends a sign-in is told
 * as a {@code SignInEnded}.
 */
package dev.parley.identity.signin;
