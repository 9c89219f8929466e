package dev.parley.base.problem;

/** What sort of refusal a code is; the error model alone knows how each is said over HTTP. */
public enum ProblemKind {
  INVALID,
  UNAUTHENTICATED,
  FORBIDDEN,
  NOT_FOUND,
  CONFLICT,
  GONE,
  TOO_SLOW,
  TOO_LARGE,
  UNSUPPORTED,
  TOO_MANY,
  UNAVAILABLE
}
