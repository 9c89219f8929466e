package dev.parley.message;

import java.util.Collection;
import java.util.UUID;

/** There are new messages in some conversations. */
public record MessagesSent(Collection<UUID> conversations) {}
