package dev.parley.journal;

import java.util.Set;
import java.util.UUID;

/** The journals of these users have grown; observe it after success, when the set is complete. */
public record HeadsMoved(Set<UUID> users) {}
