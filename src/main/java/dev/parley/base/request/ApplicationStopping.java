package dev.parley.base.request;

/** The server is about to stop: what has begun is ended well, nothing new is begun. */
public record ApplicationStopping() {}
