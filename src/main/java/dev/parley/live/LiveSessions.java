package dev.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The open live sessions of this node, by user. */
@ApplicationScoped
public class LiveSessions {
  private final Map<UUID, Set<LiveSession>> open = new ConcurrentHashMap<>();

  @Inject private LiveLimits limits;

  /** Adds a session; false when its user has as many as they may already. */
  boolean add(LiveSession session) {
    Set<LiveSession> theirs =
        open.compute(
            session.user(),
            (user, sessions) -> {
              Set<LiveSession> all = sessions == null ? ConcurrentHashMap.newKeySet() : sessions;
              if (limits.sessionsPerUser() == 0 || all.size() < limits.sessionsPerUser()) {
                all.add(session);
              }
              return all;
            });
    return theirs.contains(session);
  }

  void remove(LiveSession session) {
    open.computeIfPresent(
        session.user(),
        (user, sessions) -> {
          sessions.remove(session);
          return sessions.isEmpty() ? null : sessions;
        });
  }

  boolean hasRoomFor(UUID user) {
    return limits.sessionsPerUser() == 0 || of(user).size() < limits.sessionsPerUser();
  }

  Collection<LiveSession> of(UUID user) {
    return open.getOrDefault(user, Set.of());
  }

  List<LiveSession> all() {
    return open.values().stream().flatMap(Set::stream).toList();
  }

  Set<UUID> users() {
    return Set.copyOf(open.keySet());
  }
}
