/**
 * Passwords: which ones are accepted, and how they are kept.
 *
 * <p>A password has 8 to 128 characters, taken verbatim; common ones and the username itself are
 * refused. It is kept as an argon2id hash; few are computed at a time.
 */
package dev.parley.identity.password;
