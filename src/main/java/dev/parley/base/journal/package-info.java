/**
 * Each user's durable stream of what changed for them.
 *
 * <p>Promises: {@code seq} is gapless for each user and in the order of commits; an event stands
 * exactly when the change it tells of was committed. A row holds a reference to what the event is
 * about and is shown as that is <em>when it is read</em>, so a replay tells the present and never
 * something that its reader may no longer see.
 */
package dev.parley.base.journal;
