package dev.parley.chat.message;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why something about a message is refused. */
public enum MessageCode implements Code {
  EMPTY_MESSAGE(ProblemKind.INVALID, "A message has at least one character."),
  MESSAGE_TOO_LONG(ProblemKind.INVALID, "The message is too long."),
  INVALID_CHARACTERS(ProblemKind.INVALID, "The message has characters that cannot be kept."),
  INVALID_CLIENT_ID(
      ProblemKind.INVALID, "A client_id is a text of 1 to 64 printable ASCII characters."),
  INVALID_REPLY_TO(ProblemKind.INVALID, "reply_to is the id of a message."),
  INVALID_EMOJI(ProblemKind.INVALID, "A reaction is one emoji."),
  CLIENT_ID_USED(
      ProblemKind.CONFLICT, "You have sent a message with this client_id in another conversation."),
  MESSAGE_DELETED(ProblemKind.CONFLICT, "This message has been deleted."),
  TOO_MANY_REACTIONS(
      ProblemKind.CONFLICT, "This message has as many different reactions as it may have."),
  NOT_THE_AUTHOR(ProblemKind.FORBIDDEN, "Only its author may do this.");

  private final ProblemKind kind;
  private final String title;

  MessageCode(ProblemKind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }
}
