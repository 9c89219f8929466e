package dev.parley.chat.message;

import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import dev.parley.chat.attachment.AttachmentCode;
import dev.parley.chat.attachment.AttachmentView;
import dev.parley.chat.attachment.Attachments;
import dev.parley.chat.attachment.Attachments.Available;
import dev.parley.chat.attachment.Attachments.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the messages of one batch take of their senders' uploads, each once; without any nothing is
 * asked of the database.
 */
final class Attaching {
  private final Attachments attachments;
  private final Sql rows;
  private final Map<UUID, Available> available;

  Attaching(Attachments attachments, Sql rows, List<OutgoingMessage> batch) {
    this.attachments = attachments;
    this.rows = rows;
    this.available =
        attachments.available(
            batch.stream().flatMap(one -> one.attachments().stream()).distinct().toList());
  }

  /**
   * What a message is sent with, which no other takes from now on.
   *
   * @throws DomainException {@code attachment_not_found}, the same for foreign ones
   */
  List<AttachmentView> take(OutgoingMessage message) {
    List<UUID> ids = message.attachments();
    if (!ids.stream().allMatch(id -> isOf(message.sender(), id))) {
      throw new DomainException(AttachmentCode.ATTACHMENT_NOT_FOUND);
    }
    return ids.stream().map(id -> available.remove(id).attachment()).toList();
  }

  private boolean isOf(UUID sender, UUID id) {
    Available found = available.get(id);
    return found != null && found.owner().equals(sender);
  }

  /** Gives them to the messages, which have been written. */
  void write(List<MessageView> messages) {
    List<Binding> bindings = new ArrayList<>();
    for (MessageView message : messages) {
      for (AttachmentView one : message.attachments()) {
        bindings.add(
            new Binding(
                one.id(), message.conversation(), message.id(), message.seq(), bindings.size()));
      }
    }
    if (!bindings.isEmpty()) {
      attachments.bind(bindings);
      rows.change(
          "update message set attached = true where id = any (?)",
          bindings.stream().map(Binding::message).distinct().toList());
    }
  }
}
