package dev.parley.push;

import java.util.UUID;

/** A browser of a user's wants pushes. */
record Subscribed(UUID user) {}
