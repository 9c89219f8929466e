package dev.parley.base.payara;

/** There are HTTP listeners that the application has not seen before. */
public record ListenersOpened() {}
