package dev.parley.chat.conversation;

import dev.parley.base.journal.EventView;
import dev.parley.base.journal.SnapshotPart;
import dev.parley.base.journal.StoredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How conversations show themselves in their members' journals and snapshots. */
@ApplicationScoped
public class ConversationEvents implements EventView, SnapshotPart {
  private static final int IN_SNAPSHOT = 1000;

  @Inject private Conversations conversations;

  @Override
  public Set<String> types() {
    return Set.of("conversation.created", "conversation.updated");
  }

  @Override
  public Map<UUID, Object> show(UUID viewer, List<StoredEvent> events) {
    Map<UUID, Object> shown = new HashMap<>();
    conversations
        .seenBy(viewer, events.stream().map(StoredEvent::subject).distinct().toList())
        .forEach(view -> shown.put(view.id(), view));
    return shown;
  }

  @Override
  public String name() {
    return "conversations";
  }

  /** Those of the newest activity; the rest is to be had page by page. */
  @Override
  public Object of(UUID viewer) {
    return conversations.seenBy(
        viewer,
        conversations.places(viewer, null, IN_SNAPSHOT).stream()
            .map(Conversations.ConversationCursor::id)
            .toList());
  }
}
