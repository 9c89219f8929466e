package dev.parley.consent.connection;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why something between two people is refused. */
public enum ConnectionCode implements Code {
  CANNOT_CONNECT_TO_YOURSELF(ProblemKind.INVALID, "You cannot connect to yourself."),
  BLOCKED_BY_YOU(ProblemKind.CONFLICT, "You block this person. Unblock them first."),
  ACCOUNT_SWITCHED_OFF(ProblemKind.CONFLICT, "This account is switched off."),
  REQUEST_COOLDOWN(
      ProblemKind.CONFLICT, "Your last request was rejected. Wait before asking again."),
  NOT_ACCEPTING_REQUESTS(
      ProblemKind.FORBIDDEN, "This person does not take connection requests from you."),
  TOO_MANY_PENDING(
      ProblemKind.TOO_MANY, "Too many of your requests are pending. Withdraw some or wait."),
  TOO_MANY_REQUESTS(ProblemKind.TOO_MANY, "You have sent too many requests today."),
  NOT_THE_RECEIVER(ProblemKind.FORBIDDEN, "Only who received the request may do this."),
  NOT_THE_SENDER(ProblemKind.FORBIDDEN, "Only who sent the request may do this."),
  REQUEST_NOT_PENDING(ProblemKind.CONFLICT, "This request is no longer pending."),
  REQUEST_PENDING(ProblemKind.CONFLICT, "This is a pending request, not a connection."),
  NOT_CONNECTED(ProblemKind.CONFLICT, "You are not connected."),
  ALREADY_CONNECTED(ProblemKind.CONFLICT, "The two are connected already."),
  BLOCKED(ProblemKind.CONFLICT, "One of the two blocks the other, which nobody else can lift."),
  NOT_BOTH_ENABLED(ProblemKind.CONFLICT, "One of the two accounts is disabled or deleted."),
  NO_REQUEST(ProblemKind.NOT_FOUND, "There is no such request."),
  TOO_MANY_BLOCKS(ProblemKind.CONFLICT, "You block as many people as one may. Unblock some.");

  private final ProblemKind kind;
  private final String title;

  ConnectionCode(ProblemKind kind, String title) {
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
