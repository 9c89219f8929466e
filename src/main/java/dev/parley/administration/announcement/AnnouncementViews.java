package dev.parley.administration.announcement;

import dev.parley.base.journal.EventView;
import dev.parley.base.journal.StoredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How announcements show themselves in a journal. */
final class AnnouncementViews {
  private AnnouncementViews() {}

  /** What was published, while nobody has withdrawn it. */
  @ApplicationScoped
  static class Published implements EventView {
    @Inject private Announcements announcements;

    @Override
    public Set<String> types() {
      return Set.of(AnnouncementJournalService.PUBLISHED);
    }

    @Override
    public Map<UUID, Object> show(UUID viewer, List<StoredEvent> events) {
      Map<UUID, Object> shown = new HashMap<>();
      announcements
          .these(events.stream().map(StoredEvent::subject).distinct().toList())
          .forEach(announcement -> shown.put(announcement.id(), announcement));
      return shown;
    }
  }

  /** That something was withdrawn; which is all there is to say. */
  @ApplicationScoped
  static class Withdrawn implements EventView {
    /** What was withdrawn. */
    public record Gone(UUID id) {}

    @Override
    public Set<String> types() {
      return Set.of(AnnouncementJournalService.WITHDRAWN);
    }

    @Override
    public Map<UUID, Object> show(UUID viewer, List<StoredEvent> events) {
      Map<UUID, Object> shown = new HashMap<>();
      events.forEach(event -> shown.put(event.subject(), new Gone(event.subject())));
      return shown;
    }
  }
}
