package dev.parley.base.problem;

/** The refusals that belong to no feature: malformed input, no sign-in, nothing there. */
public enum CommonCode implements Code {
  BAD_REQUEST(ProblemKind.INVALID, "The request could not be understood."),
  INVALID_INPUT(ProblemKind.INVALID, "Some of the input is not valid."),
  NOT_AUTHENTICATED(ProblemKind.UNAUTHENTICATED, "Sign in to do this."),
  FORBIDDEN(ProblemKind.FORBIDDEN, "You may not do this."),
  FOREIGN_ORIGIN(ProblemKind.FORBIDDEN, "Requests from other sites are refused."),
  NOT_AN_ADMIN(ProblemKind.FORBIDDEN, "Only administrators may do this."),
  NOT_FOUND(ProblemKind.NOT_FOUND, "There is nothing here."),
  TOO_SLOW(ProblemKind.TOO_SLOW, "The request did not arrive in time."),
  TOO_LARGE(ProblemKind.TOO_LARGE, "The request is too large."),
  UNSUPPORTED_MEDIA_TYPE(ProblemKind.UNSUPPORTED, "This content type is not accepted here."),
  TOO_MANY_REQUESTS(ProblemKind.TOO_MANY, "Too many requests. Try again later."),
  BUSY(ProblemKind.UNAVAILABLE, "Too many people do this right now. Try again in a moment."),
  UNAVAILABLE(ProblemKind.UNAVAILABLE, "The service is not available right now. Try again later.");

  private final ProblemKind kind;
  private final String title;

  CommonCode(ProblemKind kind, String title) {
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
