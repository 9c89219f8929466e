package dev.parley.message;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why something about a message is refused. */
public enum MessageCode implements Code {
  EMPTY_MESSAGE(Kind.INVALID, "A message has at least one character."),
  MESSAGE_TOO_LONG(Kind.INVALID, "The message is too long."),
  INVALID_CHARACTERS(Kind.INVALID, "The message has characters that cannot be kept."),
  INVALID_CLIENT_ID(Kind.INVALID, "A client_id is a text of 1 to 64 printable ASCII characters."),
  INVALID_REPLY_TO(Kind.INVALID, "reply_to is the id of a message."),
  INVALID_EMOJI(Kind.INVALID, "A reaction is one emoji."),
  CLIENT_ID_USED(
      Kind.CONFLICT, "You have sent a message with this client_id in another conversation."),
  MESSAGE_DELETED(Kind.CONFLICT, "This message has been deleted."),
  TOO_MANY_REACTIONS(Kind.CONFLICT, "This message has as many different reactions as it may have."),
  NOT_THE_AUTHOR(Kind.FORBIDDEN, "Only its author may do this.");

  private final Kind kind;
  private final String title;

  MessageCode(Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }
}
