package dev.parley.connection;

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
          + " order by id for ";
  private static final String LOCK_CONNECTIONS =
      """
      select c.id from user_connection c
      join unnest(cast(string_to_array(?2, ',') as uuid[])) as p (id) on c.status = 'approved'
       and least(c.sender_id, c.receiver_id) = least(p.id, cast(?1 as uuid))
       and greatest(c.sender_id, c.receiver_id) = greatest(p.id, cast(?1 as uuid))
      order by c.id for share of c
      """;
  private static final String BLOCKS =
      """
      select 1 from block where blocker_id = any (cast(string_to_array(?1, ',') as uuid[]))
       and blocked_id = any (cast(string_to_array(?2, ',') as uuid[]))
      union all
      select 1 from block where blocker_id = any (cast(string_to_array(?2, ',') as uuid[]))
       and blocked_id = any (cast(string_to_array(?1, ',') as uuid[]))
      limit 1
      """;

  @PersistenceContext private EntityManager database;

  /** Whether two people are connected; the connection cannot end before the transaction. */
  public boolean connected(UUID one, UUID other) {
    // Their rows first, as everywhere: somebody whose account is being deleted holds their own.
    return locked(List.of(one, other), "key share") && connections(one, List.of(other)) == 1;
  }

  /**
   * Whether somebody may bring these newcomers together with those who are there: all newcomers are
   * connected with them, and nobody blocks anybody.
   */
  public boolean mayBringTogether(UUID actor, Collection<UUID> newcomers, Collection<UUID> there) {
    if (newcomers.isEmpty()) {
      return true;
    }
    // Whoever changes what is between two people holds a share of both users' rows.
    Set<UUID> people = new HashSet<>(newcomers);
    people.add(actor);
    return locked(people, "update")
        && connections(actor, newcomers) == newcomers.size()
        && found(BLOCKS, list(newcomers), list(there)).isEmpty()
        && found(BLOCKS, list(newcomers), list(newcomers)).isEmpty();
  }

  /** Whether all of them have an account, which stays until the transaction ends. */
  private boolean locked(Collection<UUID> people, String strength) {
    return found(LOCK_PEOPLE + strength, list(people)).size() == people.size();
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
