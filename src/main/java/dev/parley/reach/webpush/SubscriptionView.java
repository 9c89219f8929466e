package dev.parley.reach.webpush;

import java.time.Instant;
import java.util.UUID;

/** A subscription as its owner's browser knows it. */
public record SubscriptionView(UUID id, Instant createdAt) {}
