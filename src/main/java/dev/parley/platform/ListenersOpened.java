package dev.parley.platform;

/** There are HTTP listeners that the application has not seen before. */
record ListenersOpened() {}
