package dev.parley.base.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a transaction has just written, for observers that carry it on without reading it.
 *
 * @param data what it shows, as JSON as its user sees it; null when that has to be read
 */
public record FreshEvent(UUID user, long seq, String type, Instant at, String data) {}
