/**
 * Tokens: the access tokens that Parley signs, the keys that sign them, and links that work once.
 *
 * <p>Signing keys are in the database, so that all nodes share them, and are replaced before they
 * are old. Of a token that stands for a right only the hash is kept.
 */
package dev.parley.identity.token;
