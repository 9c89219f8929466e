package dev.parley.base.journal;

import java.time.Instant;
import java.util.UUID;

/** A row of the journal, not yet shown to anybody. */
public record StoredEvent(long seq, String type, UUID subject, Instant at) {}
