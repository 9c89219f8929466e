/**
 * Messages: sent once, in one order, kept for ever.
 *
 * <p>Promises: {@code seq} counts 1, 2, 3 … in a conversation without a hole; the same {@code
 * client_id} of the same sender is the same message for ever; what was acked is committed, and
 * nothing is committed into a conversation that is closed or that its sender has left.
 *
 * <p>Sends that wait at the same moment share one transaction, each failing alone and each acked
 * after the commit. A deleted message stays as a tombstone; what it said, and what it said before
 * each edit, is kept for administrators.
 */
package dev.parley.message;
