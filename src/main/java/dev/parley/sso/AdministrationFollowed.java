package dev.parley.sso;

import java.util.UUID;

/** A provider's group has made a user an administrator, or no longer does. */
public record AdministrationFollowed(UUID user, String provider, boolean admin) {}
