package dev.parley.reach.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The leases of a single node, in its memory: they end with the sessions they are of. */
@ApplicationScoped
class LocalLeases implements Leases {
  /** The inner maps are replaced and never changed, so that they can be read at any time. */
  private final Map<UUID, Map<UUID, Lease>> held = new ConcurrentHashMap<>();

  @Override
  public void begin(UUID user, UUID session) {
    held.merge(user, Map.of(session, Lease.begun()), LocalLeases::joined);
  }

  private static Map<UUID, Lease> joined(Map<UUID, Lease> some, Map<UUID, Lease> more) {
    Map<UUID, Lease> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  @Override
  public void say(UUID user, UUID session, boolean away) {
    change(user, session, lease -> lease.saying(away));
  }

  @Override
  public void end(UUID user, UUID session, Instant seen, Duration grace) {
    change(user, session, lease -> lease.over(seen, grace));
  }

  private void change(UUID user, UUID session, UnaryOperator<Lease> change) {
    held.computeIfPresent(
        user,
        (id, leases) ->
            leases.containsKey(session)
                ? joined(leases, Map.of(session, change.apply(leases.get(session))))
                : leases);
  }

  @Override
  public UserLeases of(UUID user) {
    return new UserLeases(List.copyOf(held.getOrDefault(user, Map.of()).values()));
  }

  @Override
  public void forget(UUID user, Instant now) {
    held.computeIfPresent(
        user,
        (id, leases) -> {
          Map<UUID, Lease> left = new HashMap<>(leases);
          left.values().removeIf(lease -> !lease.holdsAt(now));
          return left.isEmpty() ? null : left;
        });
  }

  @Override
  public Set<UUID> holders() {
    return Set.copyOf(held.keySet());
  }
}
