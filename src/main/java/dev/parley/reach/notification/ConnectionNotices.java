package dev.parley.reach.notification;

import static dev.parley.reach.notification.NotificationService.AFTER_OTHERS;

import dev.parley.base.journal.EventView;
import dev.parley.base.journal.SnapshotPart;
import dev.parley.base.journal.StoredEvent;
import dev.parley.consent.connection.Change;
import dev.parley.consent.connection.ConnectionEvent.ConnectionApproved;
import dev.parley.consent.connection.ConnectionEvent.ConnectionDeleted;
import dev.parley.consent.connection.ConnectionEvent.ConnectionEnded;
import dev.parley.consent.connection.ConnectionEvent.ConnectionRequested;
import dev.parley.identity.account.AccountEvent.UserDeleting;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Turns what happens between people into notifications, in the same transaction. */
@ApplicationScoped
public class ConnectionNotices implements EventView, SnapshotPart {
  private static final int IN_SNAPSHOT = 100;

  @Inject private NotificationService notifications;

  void requested(@Observes @Priority(AFTER_OTHERS) ConnectionRequested fact) {
    if (!fact.quiet()) {
      notifications.tell(fact.receiver(), "connection.requested", fact.connection(), fact.sender());
    }
  }

  void approved(@Observes @Priority(AFTER_OTHERS) ConnectionApproved fact) {
    notifications.settle(fact.receiver(), fact.connection());
    tellUnlessTheirOwnAct(fact, fact.sender(), fact.receiver());
    tellUnlessTheirOwnAct(fact, fact.receiver(), fact.sender());
  }

  private void tellUnlessTheirOwnAct(ConnectionApproved fact, UUID user, UUID other) {
    if (!user.equals(fact.approver())) {
      notifications.tell(user, "connection.approved", fact.connection(), other);
    }
  }

  void ended(@Observes @Priority(AFTER_OTHERS) ConnectionEnded fact) {
    notifications.settle(fact.receiver(), fact.connection());
    if (fact.change() == Change.REJECTED) {
      notifications.tell(fact.sender(), "connection.rejected", fact.connection(), fact.receiver());
    }
  }

  void deleted(@Observes @Priority(AFTER_OTHERS) ConnectionDeleted fact) {
    notifications.settleRelation(fact.connection());
  }

  void locking(@Observes @Priority(UserDeleting.LOCKS_NOTIFICATIONS) UserDeleting leaving) {
    notifications.lockOf(leaving.user());
  }

  void leaving(@Observes @Priority(AFTER_OTHERS) UserDeleting leaving) {
    notifications.forget(leaving.user());
    notifications.forgetNameOf(leaving.user());
  }

  @Override
  public String name() {
    return "notifications";
  }

  @Override
  public Object of(UUID viewer) {
    return notifications.list(viewer, null, IN_SNAPSHOT);
  }

  @Override
  public Set<String> types() {
    return Set.of("notification.created", "notification.read");
  }

  @Override
  public Map<UUID, Object> show(UUID viewer, List<StoredEvent> events) {
    Map<UUID, Object> shown = new HashMap<>();
    notifications
        .these(viewer, events.stream().map(StoredEvent::subject).distinct().toList())
        .forEach(view -> shown.put(view.id(), view));
    return shown;
  }
}
