package dev.parley.identity.token;

import java.util.Set;
import java.util.UUID;

/** A sign-in that stands: whose it is and what they may do now. */
public record ActiveSignIn(UUID signIn, UUID user, String username, Set<String> roles) {}
