package dev.parley.reach.presence;

import dev.parley.base.sql.Sql;
import dev.parley.chat.conversation.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the other members that somebody is typing. */
@ApplicationScoped
public class Typing {
  /** Only their connections, when they show whether they are here: who types is here. */
  static final String HEARERS =
      """
      select m.user_id, me.username
      from users me
      join conversation c on c.id = ? and c.open and c.member_count <= ?
      join conversation_member m on m.conversation_id = c.id and m.user_id <> me.id and m.left_at is null
      join user_connection k on k.status = 'approved'
        and least(k.sender_id, k.receiver_id) = least(m.user_id, me.id)
        and greatest(k.sender_id, k.receiver_id) = greatest(m.user_id, me.id)
      where me.id = ? and me.presence_visible
      """;

  private final Map<TypingKey, Instant> lately = new ConcurrentHashMap<>();

  @Inject private Memberships memberships;
  @Inject private Sql rows;
  @Inject private Event<Signal> signals;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.typing-pause")
  private Duration pause;

  @Inject
  @ConfigProperty(name = "parley.limits.group-fan-out")
  private int largestGroup;

  private record TypingKey(UUID user, UUID conversation) {}

  private record Hearer(UUID id, String typist) {
    static Hearer read(ResultSet row) throws SQLException {
      return new Hearer(Sql.id(row, "user_id"), row.getString("username"));
    }
  }

  /**
   * A member is typing. Soon after the last time nothing happens; above the fan-out limit nobody is
   * told.
   *
   * @throws dev.parley.base.problem.DomainException {@code not_found} for who is no member, {@code
   *     not_connected} when the conversation is closed
   */
  public void types(UUID user, UUID conversation) {
    TypingKey place = new TypingKey(user, conversation);
    Instant now = clock.instant();
    Instant last = lately.get(place);
    if (last != null && last.plus(pause).isAfter(now)) {
      return;
    }
    memberships.require(user, conversation).requireOpen();
    lately.values().removeIf(at -> !at.plus(pause).isAfter(now));
    if (lately.put(place, now) == null) {
      tell(place);
    }
  }

  private void tell(TypingKey place) {
    List<Hearer> hearers =
        rows.list(
            HEARERS,
            Hearer::read,
            place.conversation(),
            largestGroup == 0 ? Integer.MAX_VALUE : largestGroup,
            place.user());
    if (!hearers.isEmpty()) {
      Set<UUID> ids = new HashSet<>();
      hearers.forEach(hearer -> ids.add(hearer.id()));
      signals.fire(
          new Signal(
              ids, "typing", new Signal.Writing(place.conversation(), hearers.get(0).typist())));
    }
  }
}
