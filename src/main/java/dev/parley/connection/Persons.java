package dev.parley.connection;

import dev.parley.account.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows people to each other: relation and mutual connections in one query for a whole page. */
@ApplicationScoped
public class Persons {
  private static final String SEEN =
      """
      with mine as (
        select case when sender_id = ?1 then receiver_id else sender_id end as friend
        from user_connection where status = 'approved' and (sender_id = ?1 or receiver_id = ?1))
      select u.id, u.username, u.display_name, u.avatar_key, u.status_text,
        case when exists (select 1 from block b where b.blocker_id = ?1 and b.blocked_id = u.id) then 'blocked'
             when c.status = 'approved' then 'connected'
             when c.sender_id = ?1 then 'sent'
             when c.receiver_id = ?1 then 'received'
             else 'none' end,
        (select count(*) from mine join user_connection k on k.status = 'approved'
           and least(k.sender_id, k.receiver_id) = least(mine.friend, u.id)
           and greatest(k.sender_id, k.receiver_id) = greatest(mine.friend, u.id)
         where mine.friend <> u.id and u.id <> ?1)
      from unnest(cast(string_to_array(?2, ',') as uuid[])) with ordinality as asked (id, place)
      join users u on u.id = asked.id
      left join user_connection c on c.status in ('pending', 'approved')
        and least(c.sender_id, c.receiver_id) = least(u.id, ?1)
        and greatest(c.sender_id, c.receiver_id) = greatest(u.id, ?1)
      order by asked.place
      """;

  @PersistenceContext private EntityManager database;

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
    for (Object row : rows) {
      PersonView person = view(viewer, (Object[]) row);
      seen.put(person.id(), person);
    }
    return seen;
  }

  private static PersonView view(UUID viewer, Object[] row) {
    UUID id = (UUID) row[0];
    String relation = (String) row[5];
    boolean close = relation.equals("connected") || id.equals(viewer);
    return new PersonView(
        id,
        (String) row[1],
        (String) row[2],
        Profile.avatarUrl((String) row[3]),
        close ? (String) row[4] : "",
        relation,
        ((Number) row[6]).intValue());
  }
}
