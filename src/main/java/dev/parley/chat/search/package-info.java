/**
 * Finding messages and people by what somebody remembers of them.
 *
 * <p>A word is found wherever it stands, within other words too and in every language; a search of
 * several words finds the messages that have all of them. Nobody finds what they may not see: a
 * message is looked for in the conversations that one is a member of, from one's joining on.
 *
 * <p>A message can be found about a second after it was sent: its text is copied for the search
 * once the send is done, so that senders do not wait for the index. Each conversation remembers up
 * to which seq that has happened, so nothing is left out whatever fails in between.
 */
package dev.parley.chat.search;
