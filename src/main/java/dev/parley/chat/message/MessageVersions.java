package dev.parley.chat.message;

import dev.parley.base.sql.Sql;
import dev.parley.identity.account.AccountEvent.UserDeleting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps what messages said before their edits, as long as the message and its author are there. */
@ApplicationScoped
class MessageVersions {
  private static final String KEEP =
      "insert into message_edit (message_id, version, body, replaced_at, replaced_by)"
          + " select id, version, body, ?, sender_id from message where id = ?";
  private static final String KEEP_NEWEST =
      "delete from message_edit where message_id = ? and version in ("
          + "select version from message_edit where message_id = ? order by version desc offset ?)";

  @Inject private Sql rows;

  @Inject
  @ConfigProperty(name = "parley.limits.versions-per-message")
  private int most;

  /** Keeps what a message says now, before it says something else; the oldest give way. */
  void keep(UUID message, Instant now) {
    rows.change(KEEP, now, message);
    if (most > 0) {
      rows.change(KEEP_NEWEST, message, message, most);
    }
  }

  /** Forgets all that a message has said. */
  void forget(UUID message) {
    rows.change("delete from message_edit where message_id = ?", message);
  }

  void deleting(@Observes UserDeleting deleting) {
    rows.change(
        "delete from message_edit e using message m where m.sender_id = ? and m.id = e.message_id",
        deleting.user());
  }
}
