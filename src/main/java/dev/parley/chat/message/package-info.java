/**
 * Messages: sent once, in one order, kept for ever.
 *
 * <p>Promises: {@code seq} counts 1, 2, 3 … in a conversation without a hole; the same {@code
 * client_id} of the same sender is the same message for ever; what was acked is committed, and
 * nothing is committed into a conversation that is closed or that its sender has left.
 *
 * <p>Sends that wait at the same moment share one transaction, each failing alone and each acked
 * after the commit. A deleted message stays as a tombstone of which every word is gone, what it
 * said before its edits too. Earlier versions are their author's to take away, and go with the
 * account; what it says at last stays, for it is part of what others have read.
 *
 * <p>A message mentions the members who may see it and whose usernames stand in the words that are
 * read, after {@code @}:
 *
 * <ul>
 *   <li>Words are the text of paragraphs, headings, list items, quotes and cells once Markdown has
 *       been read, the text of links and HTML as it was typed. Code, the address and the title of a
 *       link, what pictures are called and definitions are no words. Emphasis ends no word: {@code
 *       _@ben_} and {@code @**ben**} mention {@code ben}.
 *   <li>A text over the budget of marks, depth or length (see {@link
 *       dev.parley.chat.message.MessageText}) is shown as it was typed, and is all words.
 *   <li>An address, from {@code ://} or {@code www.} to the next blank, mentions nobody.
 *   <li>Before {@code @} stands no digit, no letter of a script with capitals, and none of {@code _
 *       @ . + -}; so {@code x@ben.org} mentions nobody and {@code @ben@cleo} only {@code ben}.
 *   <li>After {@code @} the longest username of a member is meant, in any case, that ends where no
 *       such letter, digit or combining sign follows: {@code @ben.}, {@code @ben's} and {@code
 *       @ben-please} mention {@code ben}, {@code @ben.b} mentions {@code ben.b} where somebody is
 *       called so, else {@code ben}, and {@code @bens} nobody but {@code bens}.
 *   <li>The first fifty different places count.
 * </ul>
 *
 * <p>The page marks the same places by the same rules; one table of examples tests both. What is
 * kept are the ids of users, so a mention never passes on to somebody who takes a name over: the
 * usernames are those that its people have now, and who deleted their account is not named.
 */
package dev.parley.chat.message;
