/**
 * Files and pictures that people send with their messages.
 *
 * <p>A file is uploaded first and is its owner's alone, until a message takes it, in the same
 * transaction as the send; from then on exactly those see it who see the message. One that no
 * message took within a day, and those of deleted messages, are swept away.
 *
 * <p>What a file is shows in its first bytes; what is not on the list of known types is only bytes.
 * Nothing uploaded is ever shown by a browser as a page: it is served as a download in a sandbox,
 * and only thumbnails, which are of our own making, are shown in place. Since both are for members
 * only, a page fetches them with its token and shows the result as a {@code blob:}. Pictures lose
 * what was written beside them, the place where they were taken first of all.
 *
 * <p>The bytes stand in PostgreSQL, where all nodes find them, cut into parts, so that neither
 * receiving nor serving a file holds it in memory as a whole; pictures are, a few at a time.
 */
package dev.parley.chat.attachment;
