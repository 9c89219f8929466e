package dev.parley.consent.connection;

import dev.parley.base.journal.Journal;
import dev.parley.consent.person.PersonView;
import dev.parley.consent.person.PersonViews;
import dev.parley.consent.person.PresenceView;
import dev.parley.consent.person.Presences;
import dev.parley.identity.account.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Shows a relation that has just changed to both of its sides at once, read in one query: the
 * answer to the user who changed it, and what their journals say of it.
 */
@ApplicationScoped
class PairViews {
  /**
   * Both people of a pair, whether each blocks the other, and how many connections they share. The
   * lateral with "offset 0" keeps the planner to the index, as in {@link PersonViews}.
   */
  static final String PAIR =
      """
      with mine as materialized (
        select receiver_id as id from user_connection where sender_id = ?1 and status = 'approved'
        union all
        select sender_id from user_connection where receiver_id = ?1 and status = 'approved'),
      shared as (
        select mine.id from (
          select receiver_id as id from user_connection where sender_id = ?2 and status = 'approved'
          union all
          select sender_id from user_connection where receiver_id = ?2 and status = 'approved') as theirs
        join mine on mine.id = theirs.id
        offset 0),
      mutual as (
        select count(*) as n from shared
        where (select u.enabled from users u where u.id = shared.id))
      select u.id, u.username, u.display_name, u.avatar_key, u.status_text, u.presence_visible and u.enabled,
        exists (select 1 from block b where b.blocker_id = u.id and b.blocked_id = asked.other),
        mutual.n, u.enabled
      from (values (cast(?1 as uuid), cast(?2 as uuid)), (cast(?2 as uuid), cast(?1 as uuid)))
        as asked (id, other)
      cross join lateral (select * from users where users.id = asked.id offset 0) as u
      cross join mutual
      """;

  @PersistenceContext private EntityManager database;
  @Inject private Presences presences;
  @Inject private Journal journal;
  @Inject private Jsonb jsonb;

  /** One of the two, as far as that is the same for every viewer. */
  private record PairSide(
      UUID id,
      String username,
      String displayName,
      String avatarUrl,
      String statusText,
      boolean showsPresence,
      boolean blocksOther,
      int mutualCount,
      boolean enabled) {

    static PairSide of(Object[] row) {
      return new PairSide(
          (UUID) row[0],
          (String) row[1],
          (String) row[2],
          Profile.avatarUrl((String) row[3]),
          (String) row[4],
          (Boolean) row[5],
          (Boolean) row[6],
          ((Number) row[7]).intValue(),
          (Boolean) row[8]);
    }

    PersonView seenByThemselves() {
      return new PersonView(
          id, username, displayName, avatarUrl, statusText, "none", 0, null, false);
    }

    PersonView seenAs(String relation, PresenceView presence) {
      boolean connected = relation.equals("connected");
      PersonView person =
          new PersonView(
              id,
              username,
              displayName,
              avatarUrl,
              connected ? statusText : "",
              relation,
              mutualCount,
              connected ? presence : null,
              false);
      return enabled ? person : person.disabled();
    }
  }

  /**
   * Has the journals of both sides say what the relation is now.
   *
   * @return the same for the actor
   */
  ConnectionView tell(UUID actor, UserConnection connection) {
    Map<UUID, PairSide> sides = sides(connection);
    Map<UUID, PresenceView> here = here(connection, sides);
    ConnectionView forSender = seenBy(connection.sender(), connection, sides, here);
    ConnectionView forReceiver = seenBy(connection.receiver(), connection, sides, here);
    journal.shows(connection.sender(), connection.id(), () -> jsonb.toJson(forSender));
    journal.shows(connection.receiver(), connection.id(), () -> jsonb.toJson(forReceiver));
    return actor.equals(connection.sender()) ? forSender : forReceiver;
  }

  private Map<UUID, PairSide> sides(UserConnection connection) {
    List<?> rows =
        database
            .createNativeQuery(PAIR)
            .setParameter(1, connection.sender())
            .setParameter(2, connection.receiver())
            .getResultList();
    Map<UUID, PairSide> sides = new HashMap<>();
    rows.stream()
        .map(row -> PairSide.of((Object[]) row))
        .forEach(side -> sides.put(side.id(), side));
    return sides;
  }

  private Map<UUID, PresenceView> here(UserConnection connection, Map<UUID, PairSide> sides) {
    return connection.status() == ConnectionStatus.APPROVED
        ? presences.of(
            sides.values().stream().filter(PairSide::showsPresence).map(PairSide::id).toList())
        : Map.of();
  }

  private static ConnectionView seenBy(
      UUID viewer,
      UserConnection connection,
      Map<UUID, PairSide> sides,
      Map<UUID, PresenceView> here) {
    PairSide own = sides.get(viewer);
    PairSide other = sides.get(connection.otherThan(viewer));
    PersonView self = own.seenByThemselves();
    PersonView shown =
        other.seenAs(
            own.blocksOther() ? "blocked" : connection.relationFor(viewer),
            here.getOrDefault(other.id(), PresenceView.HIDDEN));
    return connection.sender().equals(viewer)
        ? connection.seenBy(viewer, self, shown)
        : connection.seenBy(viewer, shown, self);
  }
}
