package dev.parley.chat.message;

import dev.parley.base.journal.EventView;
import dev.parley.base.journal.StoredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How messages show themselves in the journals of their conversations' members. */
@ApplicationScoped
public class MessageEvents implements EventView {
  @Inject private Messages messages;

  @Override
  public Set<String> types() {
    return Set.of("message.sent", "message.edited", "message.deleted", "reaction.changed");
  }

  @Override
  public Map<UUID, Object> show(UUID viewer, List<StoredEvent> events) {
    return new HashMap<>(
        messages.byIds(viewer, events.stream().map(StoredEvent::subject).distinct().toList()));
  }
}
