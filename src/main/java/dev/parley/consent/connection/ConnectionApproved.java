package dev.parley.consent.connection;

import java.util.UUID;

/**
 * Two people are connected.
 *
 * @param approver the one of them whose act made it so, or null when an administrator did
 */
public record ConnectionApproved(UUID connection, UUID sender, UUID receiver, UUID approver) {}
