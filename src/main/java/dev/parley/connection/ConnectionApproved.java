package dev.parley.connection;

import java.util.UUID;

/** Two people are connected; the approver is the one whose act made it so. */
public record ConnectionApproved(UUID connection, UUID sender, UUID receiver, UUID approver) {}
