package dev.parley.reach.presence;

import dev.parley.consent.connection.ConnectionEvent.ConnectionApproved;
import dev.parley.identity.account.AccountEvent.SettingsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the next round is to look at and to tell. */
@ApplicationScoped
class PendingPresence {
  private final Set<UUID> uncertain = ConcurrentHashMap.newKeySet();
  private final Set<UUID> shown = ConcurrentHashMap.newKeySet();
  private final Set<UUID> listening = ConcurrentHashMap.newKeySet();
  private final Set<Meeting> met = ConcurrentHashMap.newKeySet();

  /** One side of two people who have just been connected: the person to show to the other. */
  record Meeting(UUID about, UUID hearer) {}

  /**
   * The points of one round.
   *
   * @param uncertain those whose state may be another one
   * @param shown those whose state is told anew in any case, as they show it now
   * @param listening those who are told of everybody who is here
   * @param met those who are told of one person, when that one is here
   */
  record Points(Set<UUID> uncertain, Set<UUID> shown, Set<UUID> listening, Set<Meeting> met) {
    boolean areNone() {
      return uncertain.isEmpty() && shown.isEmpty() && listening.isEmpty() && met.isEmpty();
    }
  }

  void lookAt(UUID user) {
    uncertain.add(user);
  }

  void greet(UUID user) {
    listening.add(user);
  }

  void connected(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConnectionApproved fact) {
    met.add(new Meeting(fact.sender(), fact.receiver()));
    met.add(new Meeting(fact.receiver(), fact.sender()));
  }

  void chosen(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingsChanged fact) {
    shown.add(fact.user());
  }

  /** Takes everything off; what comes meanwhile is for the next round. */
  Points take() {
    return new Points(taken(uncertain), taken(shown), taken(listening), taken(met));
  }

  private static <T> Set<T> taken(Set<T> from) {
    Set<T> all = new HashSet<>(from);
    from.removeAll(all);
    return all;
  }

  /** Puts back what could not be told. */
  void putBack(Points points) {
    uncertain.addAll(points.uncertain());
    shown.addAll(points.shown());
    listening.addAll(points.listening());
    met.addAll(points.met());
  }
}
