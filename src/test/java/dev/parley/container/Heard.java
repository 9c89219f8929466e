package dev.parley.container;

import dev.parley.base.journal.HeadsMoved;
import dev.parley.consent.connection.ConnectionEvent.ConnectionRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An observer as any chapter could have one: what it hears within and after transactions. */
@ApplicationScoped
public class Heard {
  private final List<UUID> within = new CopyOnWriteArrayList<>();
  private final List<UUID> after = new CopyOnWriteArrayList<>();
  private final List<Set<UUID>> moved = new CopyOnWriteArrayList<>();

  void within(@Observes ConnectionRequested fact) {
    within.add(fact.connection());
  }

  void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConnectionRequested fact) {
    after.add(fact.connection());
  }

  void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) HeadsMoved fact) {
    moved.add(Set.copyOf(fact.users()));
  }

  public List<UUID> within() {
    return within;
  }

  public List<UUID> after() {
    return after;
  }

  public List<Set<UUID>> moved() {
    return moved;
  }
}
