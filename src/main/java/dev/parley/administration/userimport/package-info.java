/**
 * Bringing many people in from a CSV file.
 *
 * <p>The file is text in UTF-8 or, with a byte order mark, UTF-16; a line for each person, under a
 * header that names its columns: {@code username}, and as wished {@code display_name}, {@code
 * password} and {@code roles}, in any order, divided by commas, semicolons or tabs. What
 * spreadsheets make of that is read: a first line {@code sep=;}, empty columns and lines, other
 * cases and blanks in the names of columns, no-break spaces, any end of line. Bytes that are no
 * Unicode are refused and not guessed: a wrong guess would spoil names without a word. A file whose
 * header is wrong is refused as a whole. Otherwise each line is a transaction of its own: what is
 * wrong with one is told with its number, and the others go on, also when one fails for a reason of
 * ours. A person without a password gets a link to choose one. What became of an import can be read
 * for 30 days.
 *
 * <p>One import is under way at a time. Its progress is in the database, so that every node shows
 * it; the lines, which may hold passwords, are in the memory of one node only, so an import ends
 * with that node, as failed, with what was done until then.
 */
package dev.parley.administration.userimport;
