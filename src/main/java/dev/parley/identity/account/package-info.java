/**
 * Who a user is: registration, profile, settings, avatar, the first administrator, and deletion.
 *
 * <p>A username has 3 to 32 of {@code a-z 0-9 . _ -}, begins and ends with a letter or digit, and
 * is folded to lower case. Passwords and signing in are chapters of their own.
 */
package dev.parley.identity.account;
