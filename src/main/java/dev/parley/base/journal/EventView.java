package dev.parley.base.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How a feature shows what its events are about to one user, now. */
public interface EventView {

  /** The types of event this view knows. */
  Set<String> types();

  /** What each event shows, by its subject; a subject the viewer may not see is left out. */
  Map<UUID, Object> show(UUID viewer, List<StoredEvent> events);
}
