package dev.parley.chat.message;

import dev.parley.base.sql.Sql;
import dev.parley.chat.attachment.AttachmentView;
import dev.parley.chat.conversation.ConversationView;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.message.MessageRange.Direction;
import dev.parley.identity.export.ExportFiles;
import dev.parley.identity.export.ExportFolder;
import dev.parley.identity.export.ReadableData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Somebody's conversations with all that they see of them, as data and as a page each, for them to
 * take away; a page of messages at a time is in memory.
 */
@ApplicationScoped
public class MessageExport implements ExportFiles {
  private static final int AT_ONCE = 500;
  private static final String MINE =
      "select conversation_id as id from conversation_member where user_id = ? and left_at is null order by 1";

  @Inject private Sql rows;
  @Inject private Conversations conversations;
  @Inject private Messages messages;

  /** What is done with each message. */
  private interface Each {
    void message(MessageView message) throws IOException;
  }

  @Override
  public void write(UUID user, ExportFolder folder) throws IOException {
    folder.chapter("conversations");
    for (UUID id : rows.list(MINE, row -> Sql.id(row, "id"), user)) {
      List<ConversationView> found = conversations.seenBy(user, List.of(id));
      if (!found.isEmpty()) {
        data(user, found.get(0), folder);
        page(user, found.get(0), folder);
      }
    }
  }

  private void data(UUID user, ConversationView conversation, ExportFolder folder)
      throws IOException {
    try (Writer file = folder.text("conversations/" + conversation.id() + ".json")) {
      file.append("{\"conversation\":").append(folder.json(conversation)).append(",\"messages\":[");
      StringBuilder separator = new StringBuilder("\n");
      each(
          user,
          conversation.id(),
          message -> {
            file.append(separator).append(folder.json(message));
            separator.replace(0, separator.length(), ",\n");
          });
      file.append("\n]}\n");
    }
  }

  private void page(UUID user, ConversationView conversation, ExportFolder folder)
      throws IOException {
    String name = "conversations/" + conversation.id() + ".html";
    String title = title(user, conversation);
    try (Writer file = folder.text(name)) {
      file.write(ReadableData.head(title));
      file.write("<dl>\n");
      each(user, conversation.id(), message -> file.write(html(message)));
      file.write("</dl>\n" + ReadableData.foot());
    }
    folder.link(name, title);
  }

  private static String title(UUID user, ConversationView conversation) {
    return conversation.title() != null
        ? conversation.title()
        : conversation.members().stream()
            .filter(member -> !member.user().id().equals(user))
            .map(member -> member.user().displayName())
            .collect(Collectors.joining(", "));
  }

  private static String html(MessageView message) {
    String body = message.deletedAt() == null ? message.body() : "(deleted)";
    String files =
        message.attachments().stream().map(AttachmentView::name).collect(Collectors.joining(", "));
    return "<dt>%s <small>%s</small></dt><dd>%s%s</dd>%n"
        .formatted(
            ReadableData.escaped(String.valueOf(message.sender())),
            message.createdAt(),
            ReadableData.escaped(body),
            files.isEmpty() ? "" : " <small>" + ReadableData.escaped(files) + "</small>");
  }

  /** Goes through a conversation from its first message on. */
  private void each(UUID user, UUID conversation, Each each) throws IOException {
    List<MessageView> found;
    long after = 0;
    do {
      found = messages.page(user, conversation, new MessageRange(Direction.AFTER, after), AT_ONCE);
      for (MessageView message : found) {
        each.message(message);
        after = message.seq();
      }
    } while (found.size() == AT_ONCE);
  }
}
