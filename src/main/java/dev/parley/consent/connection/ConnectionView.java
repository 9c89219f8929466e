package dev.parley.consent.connection;

import dev.parley.consent.person.PersonView;
import java.time.Instant;
import java.util.UUID;

/** A relation as one of its two sides sees it. */
public record ConnectionView(
    UUID id,
    PersonView sender,
    PersonView receiver,
    String status,
    String note,
    Instant createdAt,
    Instant updatedAt,
    Instant expiresAt,
    long version) {}
