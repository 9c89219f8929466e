package dev.parley.connection;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why something between two people is refused. */
public enum ConnectionCode implements Code {
  UNKNOWN_USER(Kind.NOT_FOUND, "There is nobody of that name."),
  CANNOT_CONNECT_TO_YOURSELF(Kind.INVALID, "You cannot connect to yourself."),
  BLOCKED_BY_YOU(Kind.CONFLICT, "You block this person. Unblock them first."),
  ACCOUNT_SWITCHED_OFF(Kind.CONFLICT, "This account is switched off."),
  REQUEST_COOLDOWN(Kind.CONFLICT, "Your last request was rejected. Wait before asking again."),
  NOT_ACCEPTING_REQUESTS(Kind.FORBIDDEN, "This person does not take connection requests from you."),
  TOO_MANY_PENDING(Kind.TOO_MANY, "Too many of your requests are pending. Withdraw some or wait."),
  TOO_MANY_REQUESTS(Kind.TOO_MANY, "You have sent too many requests today."),
  NOT_THE_RECEIVER(Kind.FORBIDDEN, "Only who received the request may do this."),
  NOT_THE_SENDER(Kind.FORBIDDEN, "Only who sent the request may do this."),
  REQUEST_NOT_PENDING(Kind.CONFLICT, "This request is no longer pending."),
  REQUEST_PENDING(Kind.CONFLICT, "This is a pending request, not a connection."),
  NOT_CONNECTED(Kind.CONFLICT, "You are not connected."),
  ALREADY_CONNECTED(Kind.CONFLICT, "The two are connected already."),
  BLOCKED(Kind.CONFLICT, "One of the two blocks the other, which nobody else can lift."),
  NOT_BOTH_ENABLED(Kind.CONFLICT, "One of the two accounts is disabled or deleted."),
  NO_REQUEST(Kind.NOT_FOUND, "There is no such request."),
  LINK_NOT_FOUND(Kind.NOT_FOUND, "This connection link does not exist."),
  LINK_USED_UP(Kind.GONE, "This connection link has been used up."),
  LINK_EXPIRED(Kind.GONE, "This connection link has expired."),
  LINK_REVOKED(Kind.GONE, "This connection link was revoked."),
  TOO_MANY_LINKS(Kind.TOO_MANY, "You have too many open connection links. Revoke some."),
  TOO_MANY_LINKS_TODAY(
      Kind.TOO_MANY, "You have made as many connection links as one may in a day."),
  TOO_MANY_BLOCKS(Kind.CONFLICT, "You block as many people as one may. Unblock some.");

  private final Kind kind;
  private final String title;

  ConnectionCode(Kind kind, String title) {
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
