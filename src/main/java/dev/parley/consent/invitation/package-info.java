/**
 * Connection links: a right to ask their owner for a connection, which the owner gives away.
 *
 * <p>A link has a number of uses and an end, and can be revoked. It may connect at once. Neither
 * the owner's settings nor the caps stand in the way of who opens it; a block does, and the link
 * looks used up then.
 */
package dev.parley.consent.invitation;
