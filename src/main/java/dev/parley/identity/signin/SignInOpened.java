package dev.parley.identity.signin;

import java.util.UUID;

/** Somebody has signed in. */
public record SignInOpened(UUID user, UUID signIn, String device, String address) {}
