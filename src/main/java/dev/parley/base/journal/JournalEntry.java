package dev.parley.base.journal;

import java.util.UUID;

/**
 * Something that changed for one user, about to be written: the type of event and the id of what it
 * is about.
 *
 * @param data what it shows this user, as JSON, when that is known; else null
 */
record JournalEntry(UUID user, String type, UUID subject, String data) {
  boolean isAbout(UUID someone, UUID something) {
    return user.equals(someone) && subject.equals(something);
  }

  JournalEntry showing(String known) {
    return new JournalEntry(user, type, subject, known);
  }
}
