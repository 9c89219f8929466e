package dev.parley.reach.notification;

import java.util.UUID;

/**
 * There is a new entry in a user's bell list.
 *
 * @param text what it says
 * @param username the person that it speaks of
 */
public record NotificationCreated(UUID user, UUID id, String kind, String text, String username) {}
