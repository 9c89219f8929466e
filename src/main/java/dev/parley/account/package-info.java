/**
 * Who a user is: registration, profile, settings, avatar, the first administrator, export and
 * deletion.
 *
 * <p>A username has 3 to 32 of {@code a-z 0-9 . _ -}, begins and ends with a letter or digit, and
 * is folded to lower case. A password has 8 to 128 characters, taken verbatim; common ones and the
 * username itself are refused. Signing in is the chapter {@code signin}.
 */
package dev.parley.account;
