package dev.parley.journal;

import java.util.UUID;

/**
 * Something that changed for one user, about to be written: the type of event and the id of what it
 * is about.
 */
record JournalEntry(UUID user, String type, UUID subject) {}
