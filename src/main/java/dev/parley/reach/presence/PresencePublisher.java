package dev.parley.reach.presence;

import dev.parley.base.problem.GuardedLoop;
import dev.parley.consent.person.PresenceView;
import dev.parley.reach.presence.ConnectedUsers.Pair;
import dev.parley.reach.presence.ConnectedUsers.Person;
import dev.parley.reach.presence.PendingPresence.Meeting;
import dev.parley.reach.presence.PendingPresence.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Tells mutual connections whether people are here, as far as those show it. */
@ApplicationScoped
class PresencePublisher {
  private static final Logger LOG = Logger.getLogger(PresencePublisher.class.getName());

  @Inject private ConnectedUsers acquaintances;
  @Inject private PresenceLookup whereabouts;
  @Inject private Leases leases;
  @Inject private Event<Signal> signals;

  /**
   * Tells what is to be told, each person's state once for all who hear of it.
   *
   * @param moved those whose state is another one; who does not show it is not told of
   */
  void tell(Points points, Set<UUID> moved) {
    Set<UUID> concerned = new HashSet<>(moved);
    concerned.addAll(points.shown());
    concerned.addAll(points.listening());
    points.met().forEach(meeting -> concerned.add(meeting.about()));
    if (concerned.isEmpty()) {
      return;
    }
    Set<UUID> here = leases.holders();
    Map<Person, Set<UUID>> hearers = new LinkedHashMap<>();
    acquaintances.of(concerned).stream()
        .flatMap(pair -> Stream.of(pair, new Pair(pair.other(), pair.one())))
        .filter(side -> here.contains(side.other().id()) && isNews(side, points, moved, here))
        .forEach(
            side ->
                hearers
                    .computeIfAbsent(side.one(), person -> new HashSet<>())
                    .add(side.other().id()));
    tell(hearers);
  }

  /** Whether the one of a pair is to be told of to the other. */
  private static boolean isNews(Pair side, Points points, Set<UUID> moved, Set<UUID> here) {
    UUID about = side.one().id();
    UUID hearer = side.other().id();
    boolean isNew =
        points.listening().contains(hearer) || points.met().contains(new Meeting(about, hearer));
    return points.shown().contains(about)
        || side.one().shows() && (moved.contains(about) || isNew && here.contains(about));
  }

  private void tell(Map<Person, Set<UUID>> hearers) {
    Map<UUID, PresenceView> found =
        whereabouts.of(hearers.keySet().stream().filter(Person::shows).map(Person::id).toList());
    GuardedLoop.each(
        hearers.keySet(),
        person ->
            tell(hearers.get(person), person, found.getOrDefault(person.id(), PresenceView.HIDDEN)),
        LOG,
        "Whether somebody is here could not be told");
  }

  private void tell(Set<UUID> hearers, Person person, PresenceView seen) {
    signals.fire(
        new Signal(
            hearers,
            "presence",
            new Signal.Here(person.username(), seen.state(), seen.lastSeen())));
  }
}
