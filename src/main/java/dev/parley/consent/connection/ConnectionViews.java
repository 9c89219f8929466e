package dev.parley.consent.connection;

import dev.parley.base.journal.EventView;
import dev.parley.base.journal.Journal;
import dev.parley.base.journal.SnapshotPart;
import dev.parley.base.journal.StoredEvent;
import dev.parley.consent.person.PersonViews;
import dev.parley.identity.account.AccountEvent.AccountDisabled;
import dev.parley.identity.account.AccountEvent.AccountEnabled;
import dev.parley.identity.account.AccountEvent.ProfileChanged;
import dev.parley.identity.account.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How relations and people show themselves in journals and snapshots. */
final class ConnectionViews {
  private ConnectionViews() {}

  /** A user's live relations, and the events of all relations. */
  @ApplicationScoped
  static class ConnectionsPart implements SnapshotPart, EventView {
    private static final Set<Change> NOT_TOLD =
        Set.of(Change.BLOCKED, Change.UNBLOCKED, Change.DELETED);
    private static final Set<String> TYPES =
        Stream.of(Change.values())
            .filter(change -> !NOT_TOLD.contains(change))
            .map(Change::event)
            .collect(Collectors.toSet());

    @Inject private ConnectionRepository relations;
    @Inject private DeletedConnections deleted;

    @Override
    public String name() {
      return "connections";
    }

    @Override
    public Object of(UUID viewer) {
      return relations.seenBy(viewer, relations.liveOf(viewer));
    }

    @Override
    public Set<String> types() {
      return TYPES;
    }

    @Override
    public Map<UUID, Object> show(UUID viewer, List<StoredEvent> events) {
      List<UUID> ids = events.stream().map(StoredEvent::subject).distinct().toList();
      Map<UUID, Object> shown = new HashMap<>();
      relations.seenBy(viewer, relations.byIds(ids)).forEach(view -> shown.put(view.id(), view));
      shown.putAll(
          deleted.seenBy(viewer, ids.stream().filter(id -> !shown.containsKey(id)).toList()));
      return shown;
    }
  }

  /** People in events: who was blocked, whose profile changed. */
  @ApplicationScoped
  static class PeopleEvents implements EventView {
    @Inject private PersonViews persons;
    @Inject private Profiles profiles;
    @Inject private ConnectionRepository relations;
    @Inject private Journal journal;

    @Override
    public Set<String> types() {
      return Set.of("block.added", "block.removed", "user.updated");
    }

    @Override
    public Map<UUID, Object> show(UUID viewer, List<StoredEvent> events) {
      Map<UUID, Object> shown =
          new HashMap<>(
              persons.seenBy(
                  viewer, events.stream().map(StoredEvent::subject).distinct().toList()));
      profiles.own(viewer).ifPresent(own -> shown.put(viewer, own));
      return shown;
    }

    void profileChanged(@Observes ProfileChanged changed) {
      tell(changed.user(), connection -> true);
    }

    void disabled(@Observes AccountDisabled fact) {
      tell(fact.user(), connection -> !connection.isPending());
    }

    void enabled(@Observes AccountEnabled fact) {
      tell(fact.user(), connection -> !connection.isPending());
    }

    private void tell(UUID about, Predicate<UserConnection> concerned) {
      relations.liveOf(about).stream()
          .filter(concerned)
          .forEach(
              connection -> journal.append(connection.otherThan(about), "user.updated", about));
    }
  }
}
