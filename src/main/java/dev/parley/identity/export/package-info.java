/**
 * The export of everything that is held about a user, for them to take away.
 *
 * <p>Each chapter that holds something implements {@link dev.parley.identity.export.ExportPart}, or
 * {@link dev.parley.identity.export.ExportFiles} for what is too much for one file. The archive is
 * written straight to its receiver, one file after the other.
 */
package dev.parley.identity.export;
