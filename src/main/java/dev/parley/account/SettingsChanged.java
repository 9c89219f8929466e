package dev.parley.account;

import java.util.UUID;

/** A user has chosen otherwise. */
public record SettingsChanged(UUID user) {}
