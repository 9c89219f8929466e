package dev.parley.message;

/** A message that is committed, and whether it was sent just now or had been before. */
public record Sent(MessageView message, boolean created) {}
