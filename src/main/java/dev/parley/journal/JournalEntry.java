package dev.parley.journal;

import java.util.UUID;

/**
 * Something that changed for one user, about to be written: the type of event and the id of what it
 * is about.
 *
 * @param data what it shows, when that is known and the same for everybody; else null
 */
record JournalEntry(UUID user, String type, UUID subject, String data) {}
