package dev.parley.base.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Takes one consistent picture of everything a user sees, with the place in the journal it belongs
 * to.
 */
@ApplicationScoped
@Transactional
public class SnapshotService {
  @PersistenceContext private EntityManager database;
  @Inject private JournalReader journal;
  @Inject @Any private Instance<SnapshotPart> parts;

  /**
   * The picture of a user who has a head: {@code epoch}, {@code as_of_seq} and the members of the
   * features.
   */
  public Map<String, Object> of(UUID viewer) {
    database.createNativeQuery("set transaction isolation level repeatable read").executeUpdate();
    Head head = journal.head(viewer);
    Map<String, Object> snapshot = new LinkedHashMap<>();
    snapshot.put("epoch", head.epoch());
    snapshot.put("as_of_seq", head.head());
    for (SnapshotPart part : parts) {
      snapshot.put(part.name(), part.of(viewer));
    }
    return snapshot;
  }
}
