/**
 * The heart: connection requests, mutual connections, blocks and who can reach which person.
 *
 * <pre>
 *                 +--- accept / crossing request ---> approved --- remove, block ---> removed
 *                 |
 *  send ---> pending --- reject ---> rejected
 *                 |  --- withdraw, the sender's block ---> withdrawn
 *                 |  --- time ---> expired
 *                 +--- ignore, the receiver's block: stays pending, quiet to the receiver, the same to the sender
 * </pre>
 *
 * <p>What a receiver alone may know (an ignore, a request of somebody they block) goes into their
 * own journal and version; nothing of it reaches the sender.
 *
 * <p>An account that an administrator has disabled keeps its relations. {@code UserLookup} says who
 * may know of it, {@code PersonView} how it looks, {@code PairLocks} and {@code Consent} that
 * nobody is brought together with it; only what ends something is possible.
 *
 * <p>One live relation (pending or approved) at most for each pair; a lock of the pair and a unique
 * index decide every race. The chapter fires facts and knows of no socket.
 */
package dev.parley.consent.connection;
