package dev.parley.reach.live;

import dev.parley.reach.presence.PresenceTracker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The open live sessions of this node, by user. */
@ApplicationScoped
public class LiveSessions {
  private final Map<UUID, Set<LiveSession>> open = new ConcurrentHashMap<>();
  private final LiveCounts counts = new LiveCounts();

  @Inject private LiveLimits limits;
  @Inject private PresenceTracker attendance;

  /** Adds a session; false when its user has as many as they may already. */
  boolean add(LiveSession session) {
    Set<LiveSession> theirs =
        open.compute(
            session.user(),
            (user, sessions) -> {
              Set<LiveSession> all = sessions == null ? ConcurrentHashMap.newKeySet() : sessions;
              if (limits.sessionsPerUser() == 0 || all.size() < limits.sessionsPerUser()) {
                all.add(session);
                attendance.begins(user, session.id());
              }
              return all;
            });
    return theirs.contains(session);
  }

  void remove(LiveSession session) {
    open.computeIfPresent(
        session.user(),
        (user, sessions) -> {
          if (sessions.remove(session)) {
            attendance.ends(user, session.id(), session.lastHeard());
          }
          return sessions.isEmpty() ? null : sessions;
        });
  }

  /** Closes a session, of which nobody is to know any more. */
  void close(LiveSession session, CloseReason reason) {
    remove(session);
    session.close(reason);
  }

  /** Hands something to each of these; one that fails is closed. */
  void toEach(Collection<LiveSession> receivers, Consumer<LiveSession> hand) {
    new FanOut(session -> close(session, CloseReason.GOING_AWAY)).toEach(receivers, hand);
  }

  /** Hands something to each session of these users; one that fails is closed. */
  void toEachOf(Collection<UUID> users, Consumer<LiveSession> hand) {
    users.forEach(user -> toEach(of(user), hand));
  }

  /** What went through them. */
  public LiveCounts counts() {
    return counts;
  }

  boolean hasRoomFor(UUID user) {
    return limits.sessionsPerUser() == 0 || of(user).size() < limits.sessionsPerUser();
  }

  Collection<LiveSession> of(UUID user) {
    return open.getOrDefault(user, Set.of());
  }

  /** How many live sessions of a user each of their sign-ins has on this node. */
  public Map<UUID, Long> bySignIn(UUID user) {
    return of(user).stream()
        .collect(Collectors.groupingBy(LiveSession::signIn, Collectors.counting()));
  }

  List<LiveSession> all() {
    return open.values().stream().flatMap(Set::stream).toList();
  }

  public Set<UUID> users() {
    return Set.copyOf(open.keySet());
  }
}
