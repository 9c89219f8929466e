package dev.parley.conversation;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why something in a conversation is refused to its members. */
public enum ConversationCode implements Code {
  NOT_CONNECTED(Kind.FORBIDDEN, "You are not connected with this person."),
  NOT_AN_OWNER(Kind.FORBIDDEN, "Only an owner of the group may do this."),
  NOT_A_GROUP(Kind.CONFLICT, "A direct conversation has no title and always the same two members."),
  NOT_A_MEMBER(Kind.NOT_FOUND, "This person is not a member of the group."),
  LAST_OWNER(Kind.CONFLICT, "The last owner makes somebody else an owner first."),
  GROUP_FULL(Kind.CONFLICT, "The group has as many members as a group may have."),
  REPLY_NOT_FOUND(Kind.NOT_FOUND, "The message that this replies to is not in the conversation."),
  TOO_MANY_GROUPS(Kind.TOO_MANY, "You have made as many groups as one may in a day."),
  NO_DRAFT(Kind.NOT_FOUND, "There is no draft.");

  private final Kind kind;
  private final String title;

  ConversationCode(Kind kind, String title) {
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
