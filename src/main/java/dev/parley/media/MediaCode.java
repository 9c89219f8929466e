package dev.parley.media;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why a picture is refused. */
public enum MediaCode implements Code {
  NOT_AN_IMAGE(Kind.INVALID, "This is no PNG, JPEG, WebP or GIF image that could be read.");

  private final Kind kind;
  private final String title;

  MediaCode(Kind kind, String title) {
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
