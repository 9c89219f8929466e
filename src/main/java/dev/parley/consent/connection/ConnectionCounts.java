package dev.parley.consent.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many mutual connections people have. */
@ApplicationScoped
public class ConnectionCounts {
  static final String COUNT =
      """
      select p.id,
        (select count(*) from user_connection where sender_id = p.id and status = 'approved')
        + (select count(*) from user_connection where receiver_id = p.id and status = 'approved')
      from unnest(cast(string_to_array(?1, ',') as uuid[])) as p (id)
      """;

  @PersistenceContext private EntityManager database;

  /** The number for each of these people. */
  public Map<UUID, Integer> of(Collection<UUID> people) {
    List<?> rows =
        database
            .createNativeQuery(COUNT)
            .setParameter(1, String.join(",", people.stream().map(UUID::toString).toList()))
            .getResultList();
    Map<UUID, Integer> counts = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      counts.put((UUID) columns[0], ((Number) columns[1]).intValue());
    }
    return counts;
  }
}
