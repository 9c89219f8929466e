package dev.parley.base.journal;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The journals of these users have grown by these events; observe it after success, when both are
 * complete.
 */
public record HeadsMoved(Set<UUID> users, List<FreshEvent> events) {}
