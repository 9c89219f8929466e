/**
 * The bell list: what a user should have noticed, kept until they have.
 *
 * <p>Notifications are made in the transaction of what they tell of, of the kinds that their user
 * has not switched off, and never of a quiet request or of a person that they block. A message
 * tells somebody of their mention once, however often it is edited.
 *
 * <p>An entry needs noticing as long as its owner may see what it is about and something is left to
 * see; it is marked read in the transaction that ends this: a request that is answered, withdrawn,
 * expired or made quiet; the record of a relation that an administrator deletes; a message that is
 * read, deleted or whose mention of its owner is taken out; the end of its owner's membership of
 * the conversation; a block of who mentioned them; the end of the account that it is about. A
 * direct conversation stays readable when the connection ends, and so do its entries.
 *
 * <p>An entry says what it said when it was made: it keeps the name that its person had then, until
 * that person deletes their account. Each new one is told as a {@code NotificationCreated}, for
 * those who tell people elsewhere.
 */
package dev.parley.reach.notification;
