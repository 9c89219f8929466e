/**
 * The files of {@code server-config}: what each says must be what its reader takes, and what two of
 * them say about the same thing must be the same.
 */
package dev.parley.deployment;
