package dev.parley.reach.webpush;

import java.util.UUID;

/** A browser of a user's wants pushes. */
record PushSubscribed(UUID user) {}
