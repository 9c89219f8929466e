package dev.parley.base.media;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why a picture is refused. */
public enum MediaCode implements Code {
  NOT_AN_IMAGE(ProblemKind.INVALID, "This is no PNG, JPEG, WebP or GIF image that could be read.");

  private final ProblemKind kind;
  private final String title;

  MediaCode(ProblemKind kind, String title) {
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
