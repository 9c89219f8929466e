package dev.parley.chat.message;

/**
 * A message that is committed, and whether it was sent just now or had been before.
 *
 * @param json the message, made into JSON once for its sender and all who receive it
 */
public record SentMessage(MessageView message, boolean created, String json) {}
