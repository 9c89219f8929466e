/**
 * The bell list: what a user should have noticed, kept until they have.
 *
 * <p>Notifications are made in the transaction of what they tell of, of the kinds that their user
 * has not switched off, and never of a quiet request. An answered, withdrawn or expired request
 * needs no noticing any more: it is marked read.
 */
package dev.parley.notification;
