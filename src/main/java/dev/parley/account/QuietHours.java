package dev.parley.account;

/** When a user wants no browser notifications: local times {@code HH:mm} in a time zone. */
public record QuietHours(String from, String to, String timeZone) {}
