package dev.parley.consent.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whether people may be brought together, for the chapters that do so; what it says stays true to
 * the end of the caller's transaction.
 */
@ApplicationScoped
public class Consent {
  private static final String LOCK_PEOPLE =
      "select id from users where enabled and id = any (cast(string_to_array(?1, ',') as uuid[]))"
          + " order by id for share";
  private static final String LOCK_CONNECTIONS =
      """
      select c.id from user_connection c
      join unnest(cast(string_to_array(?2, ',') as uuid[])) as p (id) on c.status = 'approved'
       and least(c.sender_id, c.receiver_id) = least(p.id, cast(?1 as uuid))
       and greatest(c.sender_id, c.receiver_id) = greatest(p.id, cast(?1 as uuid))
      order by c.id for share of c
      """;
  @PersistenceContext private EntityManager database;

  /**
   * Whether somebody is connected with all of these, and every account is enabled; neither ends
   * before the transaction. Blocks among the others are no matter of this: an answer that depended
   * on it would tell.
   */
  public boolean connected(UUID actor, Collection<UUID> others) {
    // Their rows first, as everywhere: somebody whose account is being deleted holds their own.
    Set<UUID> people = new HashSet<>(others);
    people.add(actor);
    return found(LOCK_PEOPLE, list(people)).size() == people.size()
        && connections(actor, others) == others.size();
  }

  private int connections(UUID actor, Collection<UUID> others) {
    return found(LOCK_CONNECTIONS, actor.toString(), list(others)).size();
  }

  private List<?> found(String sql, String... parameters) {
    var query = database.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query.getResultList();
  }

  private static String list(Collection<UUID> ids) {
    return String.join(",", ids.stream().map(UUID::toString).toList());
  }
}
