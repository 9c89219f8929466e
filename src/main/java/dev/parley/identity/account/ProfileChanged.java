package dev.parley.identity.account;

import java.util.UUID;

/** A user's name, status or avatar is another one. */
public record ProfileChanged(UUID user) {}
