package dev.parley.identity.token;

/** The public keys of Parley's tokens, as this node knows them now: a JSON Web Key Set. */
public record KeysPublished(String keys) {}
