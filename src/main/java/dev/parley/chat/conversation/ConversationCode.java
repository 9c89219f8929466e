package dev.parley.chat.conversation;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why something in a conversation is refused to its members. */
public enum ConversationCode implements Code {
  NOT_CONNECTED(ProblemKind.FORBIDDEN, "You are not connected with this person."),
  NOT_AN_OWNER(ProblemKind.FORBIDDEN, "Only an owner of the group may do this."),
  NOT_A_GROUP(
      ProblemKind.CONFLICT, "A direct conversation has no title and always the same two members."),
  NOT_A_MEMBER(ProblemKind.NOT_FOUND, "This person is not a member of the group."),
  LAST_OWNER(ProblemKind.CONFLICT, "The last owner makes somebody else an owner first."),
  GROUP_FULL(ProblemKind.CONFLICT, "The group has as many members as a group may have."),
  REPLY_NOT_FOUND(
      ProblemKind.NOT_FOUND, "The message that this replies to is not in the conversation."),
  TOO_MANY_GROUPS(ProblemKind.TOO_MANY, "You have made as many groups as one may in a day."),
  NO_DRAFT(ProblemKind.NOT_FOUND, "There is no draft.");

  private final ProblemKind kind;
  private final String title;

  ConversationCode(ProblemKind kind, String title) {
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
