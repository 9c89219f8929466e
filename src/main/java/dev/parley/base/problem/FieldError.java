package dev.parley.base.problem;

/** One member of the input that is wrong, and why. */
public record FieldError(String field, String message) {}
