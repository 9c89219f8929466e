/**
 * The WebSocket: live sessions, their frames, and the push of journals after commit.
 *
 * <p>A frame is a text with one JSON object: the client's has an {@code action} and may have an
 * {@code id}, the server's has a {@code type}. A session that has said {@code hello} gets its
 * user's journal, gapless and in order, from the place it named; any other gets what the original
 * demo's clients understand. Both are fed by one pusher for each user, which reads the journal's
 * tail: nothing is pushed that was not committed, and what is not pushed is found by the next
 * sweep.
 *
 * <p>The chapter knows sockets and no rule of the product.
 */
package dev.parley.reach.live;
