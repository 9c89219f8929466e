package dev.parley.consent.invitation;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why a connection link is refused. */
public enum InvitationCode implements Code {
  LINK_NOT_FOUND(ProblemKind.NOT_FOUND, "This connection link does not exist."),
  LINK_USED_UP(ProblemKind.GONE, "This connection link has been used up."),
  LINK_EXPIRED(ProblemKind.GONE, "This connection link has expired."),
  LINK_REVOKED(ProblemKind.GONE, "This connection link was revoked."),
  TOO_MANY_LINKS(ProblemKind.TOO_MANY, "You have too many open connection links. Revoke some."),
  TOO_MANY_LINKS_TODAY(
      ProblemKind.TOO_MANY, "You have made as many connection links as one may in a day.");

  private final ProblemKind kind;
  private final String title;

  InvitationCode(ProblemKind kind, String title) {
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
