package dev.parley.chat.message;

import dev.parley.base.problem.DomainException;
import dev.parley.chat.attachment.AttachmentCode;
import java.util.List;
import java.util.UUID;

/** The ids of what a client wants to attach. */
final class AttachmentIds {
  private AttachmentIds() {}

  /**
   * Reads a list of ids, which may be absent; the same one twice counts once.
   *
   * @throws DomainException {@code too_many_attachments}, {@code attachment_not_found} for what is
   *     no id
   */
  static List<UUID> read(List<String> given, int most) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > most) {
      throw new DomainException(AttachmentCode.TOO_MANY_ATTACHMENTS);
    }
    return given.stream().map(AttachmentIds::read).distinct().toList();
  }

  private static UUID read(String id) {
    try {
      if (id != null && id.length() == 36) {
        return UUID.fromString(id);
      }
    } catch (IllegalArgumentException e) {
      // falls through: there is none of that name
    }
    throw new DomainException(AttachmentCode.ATTACHMENT_NOT_FOUND);
  }
}
