package dev.parley.base.request;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts the costly calls that this node is answering, for each user. */
@ApplicationScoped
public class CostlyCalls {
  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final Map<Place, Integer> underWay = new ConcurrentHashMap<>();

  @Inject
  @ConfigProperty(name = "parley.limits.costly-calls")
  private int most;

  /** Whose calls are counted together. */
  record Place(UUID user, boolean alone) {}

  /**
   * Takes a place for a call.
   *
   * @param alone whether it is of those that a user has answered one at a time
   * @throws DomainException {@code too_many_requests} when all places of the user are taken
   */
  Place take(UUID user, boolean alone) {
    int places = alone ? Math.min(1, most) : most;
    Place place = new Place(user, alone);
    int taken = underWay.merge(place, 1, Integer::sum);
    if (places > 0 && taken > places) {
      giveBack(place);
      throw new DomainException(CommonCode.TOO_MANY_REQUESTS).retryAfter(COME_BACK);
    }
    return place;
  }

  void giveBack(Place place) {
    underWay.computeIfPresent(place, (key, taken) -> taken == 1 ? null : taken - 1);
  }
}
