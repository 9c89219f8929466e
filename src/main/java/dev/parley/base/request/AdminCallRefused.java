package dev.parley.base.request;

import java.util.UUID;

/** Somebody who does not administer made a call that only administrators may make. */
public record AdminCallRefused(UUID user, String username, String method, String path) {}
