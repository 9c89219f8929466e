/**
 * The bell list: what a user should have noticed, kept until they have.
 *
 * <p>Notifications are made in the transaction of what they tell of, of the kinds that their user
 * has not switched off, and never of a quiet request or of somebody whom they block. An answered,
 * withdrawn or expired request needs no noticing any more, nor does a message that was deleted or
 * whose mention of somebody was taken out: it is marked read.
 *
 * <p>An entry says what it said when it was made: it keeps the name that its person had then, until
 * that person deletes their account. Each new one is told as a {@code NotificationCreated}, for
 * those who tell people elsewhere.
 */
package dev.parley.notification;
