/**
 * Web push: people who are away are told by their browser, also when no page of Parley is open.
 *
 * <p>A browser subscribes with its maker's push service and gives Parley the address of its mailbox
 * there and the keys to write to it. A subscription belongs to the sign-in that made it and goes
 * with it, in the same transaction. When another person signs in in the same browser, its address
 * with the same keys becomes theirs. The address alone proves nothing: with other keys it is a
 * subscription beside the one that is there, and the answer is the same as for any new one. Only
 * services that the configuration names are ever called, and they can read nothing: what is pushed
 * is encrypted for the browser (RFC 8291). They know the server by its own key (VAPID, RFC 8292),
 * which is made once and kept in the database.
 *
 * <p>What is told is what the page itself would tell, by the same rules: entries of the bell list,
 * and messages in conversations that are not muted or that name the reader. It goes to those who
 * want notifications by their browser, outside their quiet hours, while no live session says that
 * they are there.
 *
 * <pre>
 *   commit → news → who is away and wants it → a payload, made once → encrypted for each browser
 *     → its service: taken | gone (the subscription goes) | later (three times) | refused
 * </pre>
 *
 * <p>All of that happens after the commit, on one thread of its own that waits for no service. Only
 * so many pushes may wait, in memory: push is best effort, and the journal is what loses nothing.
 */
package dev.parley.reach.webpush;
