package dev.parley.chat.attachment;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why something about an attachment is refused. */
public enum AttachmentCode implements Code {
  ATTACHMENT_NOT_FOUND(
      ProblemKind.NOT_FOUND, "You have no such attachment, or have sent it in a message already."),
  TOO_MANY_ATTACHMENTS(ProblemKind.INVALID, "A message cannot have so many attachments."),
  QUOTA_EXCEEDED(
      ProblemKind.CONFLICT,
      "Your attachments take all the space you have. Delete messages with some."),
  EMPTY_FILE(ProblemKind.INVALID, "The file is empty.");

  private final ProblemKind kind;
  private final String title;

  AttachmentCode(ProblemKind kind, String title) {
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
