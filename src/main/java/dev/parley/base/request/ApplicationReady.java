package dev.parley.base.request;

/** The database has the schema of this version; what a feature does at start begins here. */
public record ApplicationReady() {}
