package dev.parley.chat.conversation;

import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Keeps the pictures of groups, which their owners choose; another picture has another name. */
@ApplicationScoped
@Transactional
public class GroupPictureService {
  private static final String PUT =
      "insert into conversation_picture (key, conversation_id, image) values (?, ?, ?)";

  private static final String IMAGE =
      """
      select p.image from conversation_picture p
      join conversation_member m on m.conversation_id = p.conversation_id
      where p.key = ? and m.user_id = ? and m.left_at is null
      """;

  @Inject private Sql rows;
  @Inject private Memberships memberships;
  @Inject private Conversations conversations;
  @Inject private Audience audience;

  /**
   * Refuses a user who may not choose the group's picture, before their file is touched.
   *
   * @throws DomainException {@code not_found}, {@code not_a_group}, {@code not_an_owner}
   */
  void requireMayChange(UUID actor, UUID group) {
    memberships.require(actor, group).requireGroup().requireOwner();
  }

  /** Gives a group another picture. */
  ConversationView put(UUID actor, UUID group, byte[] image) {
    lockedByOwner(actor, group);
    UUID key = UUID.randomUUID();
    forget(group);
    rows.change(PUT, key, group, image);
    changed(group, key);
    return conversations.one(actor, group);
  }

  /** Takes a group's picture away; without one nothing happens. */
  void remove(UUID actor, UUID group) {
    lockedByOwner(actor, group);
    if (forget(group) > 0) {
      changed(group, null);
    }
  }

  private void lockedByOwner(UUID actor, UUID group) {
    memberships.requireLocked(actor, group).requireGroup().requireOwner();
  }

  private int forget(UUID group) {
    return rows.change("delete from conversation_picture where conversation_id = ?", group);
  }

  private void changed(UUID group, UUID key) {
    rows.change(
        "update conversation set picture_key = ?, version = version + 1 where id = ?", key, group);
    audience.conversationChanged(group);
  }

  /** The picture of this name, for a member of its group. */
  Optional<byte[]> image(UUID user, UUID key) {
    return rows.first(IMAGE, row -> row.getBytes(1), key, user);
  }
}
