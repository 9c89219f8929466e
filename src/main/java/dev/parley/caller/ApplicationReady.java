package dev.parley.caller;

/** The database has the schema of this version; what a feature does at start begins here. */
public record ApplicationReady() {}
