package dev.parley.problem;

/** The refusals that belong to no feature: malformed input, no sign-in, nothing there. */
public enum CommonCode implements Code {
  BAD_REQUEST(Kind.INVALID, "The request could not be understood."),
  INVALID_INPUT(Kind.INVALID, "Some of the input is not valid."),
  NOT_AUTHENTICATED(Kind.UNAUTHENTICATED, "Sign in to do this."),
  FORBIDDEN(Kind.FORBIDDEN, "You may not do this."),
  FOREIGN_ORIGIN(Kind.FORBIDDEN, "Requests from other sites are refused."),
  NOT_AN_ADMIN(Kind.FORBIDDEN, "Only administrators may do this."),
  NOT_FOUND(Kind.NOT_FOUND, "There is nothing here."),
  TOO_SLOW(Kind.TOO_SLOW, "The request did not arrive in time."),
  TOO_LARGE(Kind.TOO_LARGE, "The request is too large."),
  UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED, "This content type is not accepted here."),
  TOO_MANY_REQUESTS(Kind.TOO_MANY, "Too many requests. Try again later."),
  BUSY(Kind.UNAVAILABLE, "Too many people do this right now. Try again in a moment."),
  UNAVAILABLE(Kind.UNAVAILABLE, "The service is not available right now. Try again later.");

  private final Kind kind;
  private final String title;

  CommonCode(Kind kind, String title) {
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
