/**
 * Conversations: who is in them, from where on they see them, how far they have read, and what they
 * have set aside.
 *
 * <p>A direct conversation belongs to a pair of people for ever and is <em>open</em> exactly while
 * they are connected and both accounts are enabled; that changes in the transaction of the
 * connection or of the administrator's decision, under the lock of the conversation's row. Whatever
 * writes into a conversation takes the same lock and checks again, so nothing can be committed
 * after a removal or a block. A group has owners and members, and an owner who can act while
 * anybody can; a member sees it from their joining on.
 *
 * <p>Locks are taken in this order, several of a kind by ascending id: users, connections,
 * conversations, the message with its versions, reactions and attachments, members, drafts,
 * notifications, and at the end of the transaction the journals' heads. Reading takes no lock of
 * the conversation: it begins with the member.
 *
 * <p>Unread is {@code last_seq - read_seq - skipped}, where skipped counts the messages after the
 * read marker that are never unread (one's own and deleted ones): exact, and read without counting.
 *
 * <p>The chapter {@code message} stands upon this one.
 */
package dev.parley.chat.conversation;
