package dev.parley.identity.token;

/** The tokens of a sign-in, on their way to the client. */
public record IssuedTokens(
    String accessToken, String tokenType, long expiresIn, String refreshToken) {}
