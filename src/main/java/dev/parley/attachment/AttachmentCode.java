package dev.parley.attachment;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why something about an attachment is refused. */
public enum AttachmentCode implements Code {
  ATTACHMENT_NOT_FOUND(
      Kind.NOT_FOUND, "You have no such attachment, or have sent it in a message already."),
  TOO_MANY_ATTACHMENTS(Kind.INVALID, "A message cannot have so many attachments."),
  QUOTA_EXCEEDED(
      Kind.CONFLICT, "Your attachments take all the space you have. Delete messages with some."),
  EMPTY_FILE(Kind.INVALID, "The file is empty.");

  private final Kind kind;
  private final String title;

  AttachmentCode(Kind kind, String title) {
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
