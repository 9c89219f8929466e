package dev.parley.administration.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps somebody who is refused again and again from filling the log: thirty lines a minute for
 * each, and the next line says how many are missing.
 */
@ApplicationScoped
class AuditRateLimit {
  private static final int A_MINUTE = 30;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Cache<String, Pace> paces =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(5)).maximumSize(10_000).build();

  private record Pace(Bucket lines, AtomicInteger missing) {
    static Pace fresh() {
      Bucket lines =
          Bucket.builder()
              .addLimit(limit -> limit.capacity(A_MINUTE).refillGreedy(A_MINUTE, MINUTE))
              .build();
      return new Pace(lines, new AtomicInteger());
    }
  }

  /**
   * Whether somebody's refusal gets a line: how many before it got none, or empty when it gets none
   * either.
   */
  OptionalInt admit(String who) {
    Pace pace = paces.get(who, key -> Pace.fresh());
    if (pace.lines().tryConsume(1)) {
      return OptionalInt.of(pace.missing().getAndSet(0));
    }
    pace.missing().incrementAndGet();
    return OptionalInt.empty();
  }
}
