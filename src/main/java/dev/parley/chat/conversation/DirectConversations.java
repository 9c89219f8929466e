package dev.parley.chat.conversation;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.sql.Sql;
import dev.parley.consent.connection.Change;
import dev.parley.consent.connection.ConnectionEvent.ConnectionApproved;
import dev.parley.consent.connection.ConnectionEvent.ConnectionEnded;
import dev.parley.consent.connection.ConnectionEvent.ConnectionEnding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps direct conversations open exactly while their two people are connected, in the transaction
 * that changes the connection.
 */
@ApplicationScoped
public class DirectConversations {
  private static final String PAIR =
      " user_low = least(?::uuid, ?::uuid) and user_high = greatest(?::uuid, ?::uuid)";
  private static final String CREATE =
      """
      insert into conversation (id, kind, user_low, user_high, member_count, created_at, last_activity_at)
      values (?, 'direct', least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), 2, ?, ?)
      on conflict (user_low, user_high) do nothing
      """;
  private static final String ADD_MEMBER =
      "insert into conversation_member (id, conversation_id, user_id, role, joined_at)"
          + " values (?, ?, ?, 'member', ?)";

  @Inject private Sql rows;
  @Inject private Memberships memberships;
  @Inject private Audience audience;
  @Inject private Clock clock;

  void approved(@Observes ConnectionApproved fact) {
    open(fact.sender(), fact.receiver());
    audience.sharedGroupsChanged(fact.sender(), fact.receiver());
  }

  /** From here on no message is sent. */
  void ending(@Observes ConnectionEnding fact) {
    find(fact.sender(), fact.receiver()).ifPresent(memberships::lock);
  }

  void ended(@Observes ConnectionEnded fact) {
    if (fact.change() == Change.REMOVED) {
      close(fact.sender(), fact.receiver());
      audience.sharedGroupsChanged(fact.sender(), fact.receiver());
    }
  }

  /** The conversation of two people who are connected; made when there was none, else opened. */
  boolean open(UUID one, UUID other) {
    Instant now = clock.instant();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    if (rows.change(CREATE, id, one, other, one, other, now, now) > 0) {
      for (UUID user : List.of(one, other)) {
        rows.change(ADD_MEMBER, UuidCreator.getTimeOrderedEpoch(), id, user, now);
      }
      audience.tell(id, "conversation.created", id);
      return true;
    }
    change("open = true, version = version + 1 where not open and" + PAIR, one, other);
    return false;
  }

  private void close(UUID one, UUID other) {
    change("open = false, version = version + 1 where open and" + PAIR, one, other);
  }

  private void change(String how, UUID one, UUID other) {
    rows.list(
            "update conversation set " + how + " returning id",
            row -> Sql.id(row, "id"),
            one,
            other,
            one,
            other)
        .forEach(audience::conversationChanged);
  }

  Optional<UUID> find(UUID one, UUID other) {
    return rows.first(
        "select id from conversation where" + PAIR,
        row -> Sql.id(row, "id"),
        one,
        other,
        one,
        other);
  }
}
