package dev.parley.consent.person;

import dev.parley.identity.account.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows people to each other: relation and mutual connections in one query for a whole page. */
@ApplicationScoped
public class PersonViews {
  // Each "offset 0" keeps the planner to the index: reading all users costs less only while they
  // are
  // few.
  static final String SEEN =
      """
      with asked as (
        select id, place
        from unnest(cast(string_to_array(?2, ',') as uuid[])) with ordinality as asked (id, place)),
      mine as materialized (
        select receiver_id as id from user_connection where sender_id = ?1 and status = 'approved'
        union all
        select sender_id from user_connection where receiver_id = ?1 and status = 'approved'),
      shared as (
        select asked.id, mine.id as friend
        from asked cross join lateral (
          select receiver_id as id from user_connection where sender_id = asked.id and status = 'approved'
          union all
          select sender_id from user_connection where receiver_id = asked.id and status = 'approved') as theirs
        join mine on mine.id = theirs.id
        where asked.id <> ?1
        offset 0),
      mutual as (
        select id, count(*) as n from shared
        where (select u.enabled from users u where u.id = shared.friend)
        group by id)
      select u.id, u.username, u.display_name, u.avatar_key, u.status_text,
        case when (select true from block b where b.blocker_id = ?1 and b.blocked_id = u.id) then 'blocked'
             when c.status = 'approved' then 'connected'
             when c.sender_id = ?1 then 'sent'
             when c.receiver_id = ?1 then 'received'
             else 'none' end,
        coalesce(mutual.n, 0), u.presence_visible and u.enabled, u.enabled
      from asked
      cross join lateral (select * from users where users.id = asked.id offset 0) as u
      left join user_connection c on c.status in ('pending', 'approved')
        and least(c.sender_id, c.receiver_id) = least(u.id, ?1)
        and greatest(c.sender_id, c.receiver_id) = greatest(u.id, ?1)
      left join mutual on mutual.id = asked.id
      order by asked.place
      """;

  @PersistenceContext private EntityManager database;
  @Inject private Presences presences;

  /**
   * These people in the same order, as the viewer sees them now; who does not exist is left out.
   */
  public Map<UUID, PersonView> seenBy(UUID viewer, Collection<UUID> ids) {
    Map<UUID, PersonView> seen = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return seen;
    }
    List<?> rows =
        database
            .createNativeQuery(SEEN)
            .setParameter(1, viewer)
            .setParameter(2, String.join(",", ids.stream().map(UUID::toString).toList()))
            .getResultList();
    Map<UUID, PresenceView> here = presences.of(showing(rows));
    for (Object row : rows) {
      PersonView person = view(viewer, (Object[]) row, here);
      seen.put(person.id(), person);
    }
    return seen;
  }

  /** Those of the page who are connected with the viewer and show whether they are here. */
  private static List<UUID> showing(List<?> page) {
    return page.stream()
        .map(Object[].class::cast)
        .filter(row -> row[5].equals("connected") && (Boolean) row[7])
        .map(row -> (UUID) row[0])
        .toList();
  }

  private static PersonView view(UUID viewer, Object[] row, Map<UUID, PresenceView> here) {
    UUID id = (UUID) row[0];
    String relation = (String) row[5];
    boolean close = relation.equals("connected") || id.equals(viewer);
    PersonView person =
        new PersonView(
            id,
            (String) row[1],
            (String) row[2],
            Profile.avatarUrl((String) row[3]),
            close ? (String) row[4] : "",
            relation,
            ((Number) row[6]).intValue(),
            relation.equals("connected") ? here.getOrDefault(id, PresenceView.HIDDEN) : null,
            false);
    return (Boolean) row[8] ? person : person.disabled();
  }
}
