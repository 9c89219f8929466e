package dev.parley.administration.audit;

import java.util.UUID;

/**
 * Who acts, by the name of this moment, and from where.
 *
 * @param address null when it is no call that acts
 */
public record Actor(UUID id, String username, String address) {}
