/**
 * What administrators announce to everybody, now or at its time.
 *
 * <p>An announcement is written into somebody's journal when they are here to read it, once: people
 * with a live session within a second of its beginning, others when they come while it stands. So
 * the journal stays gapless for each, and no announcement writes a row for everybody at once. What
 * stands now is also a list that clients read when they begin. A withdrawn announcement is told in
 * the same way to those who were told of it.
 */
package dev.parley.administration.announcement;
