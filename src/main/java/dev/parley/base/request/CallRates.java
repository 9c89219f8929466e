package dev.parley.base.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts how fast each user changes something by calls to this node. */
@ApplicationScoped
public class CallRates {
  /** A bucket that nobody takes from is full again by then, and a new one is the same. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final Cache<UUID, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(FORGOTTEN_AFTER).build();

  @Inject
  @ConfigProperty(name = "parley.limits.writes-per-second")
  private int perSecond;

  @Inject
  @ConfigProperty(name = "parley.limits.writes-burst")
  private int burst;

  /**
   * Lets a call in that changes something.
   *
   * @throws DomainException {@code too_many_requests}, with how long to wait
   */
  public void admit(UUID user) {
    if (perSecond == 0) {
      return;
    }
    ConsumptionProbe probe =
        buckets.get(user, first -> bucket(perSecond, burst)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new DomainException(CommonCode.TOO_MANY_REQUESTS)
          .retryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /** So many a second, and so many at once; a burst of 0 is none above the rate. */
  private static Bucket bucket(int perSecond, int burst) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(burst == 0 ? perSecond : burst)
                    .refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
