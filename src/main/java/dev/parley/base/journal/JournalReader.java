package dev.parley.base.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads journals and shows their events as they are now. */
@ApplicationScoped
public class JournalReader {
  @Inject private JournalRepository rows;
  @Inject @Any private Instance<EventView> views;

  /** How far a user's journal goes. */
  public Head head(UUID user) {
    return rows.heads(List.of(user)).get(user);
  }

  /** How far these users' journals go. */
  public Map<UUID, Head> heads(Collection<UUID> users) {
    return rows.heads(users);
  }

  /**
   * At most {@code limit} events of a user after {@code after}, in order, shown as they are now.
   */
  public List<JournalEvent> range(UUID user, long after, int limit) {
    List<StoredEvent> stored = rows.range(user, after, limit);
    Map<String, Map<UUID, Object>> shown = new HashMap<>();
    for (EventView view : views) {
      List<StoredEvent> known =
          stored.stream().filter(event -> view.types().contains(event.type())).toList();
      if (!known.isEmpty()) {
        Map<UUID, Object> subjects = view.show(user, known);
        known.forEach(event -> shown.put(event.type(), subjects));
      }
    }
    return stored.stream()
        .map(event -> shown(event, shown.getOrDefault(event.type(), Map.of())))
        .toList();
  }

  private static JournalEvent shown(StoredEvent event, Map<UUID, Object> subjects) {
    return new JournalEvent(
        JournalEvent.FRAME, event.seq(), event.type(), event.at(), subjects.get(event.subject()));
  }
}
