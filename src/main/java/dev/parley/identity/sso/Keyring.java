package dev.parley.identity.sso;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import dev.parley.base.problem.DomainException;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The keys that a provider signs with, fetched when they are old or one is asked for that is not
 * among them. Few wait for a provider at the same time, and nobody for one that has just failed.
 */
final class Keyring {
  /** What reads a provider's keys anew. */
  interface Source {
    JWKSet read() throws IOException;
  }

  private static final Logger LOG = Logger.getLogger(Keyring.class.getName());
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final String provider;
  private final Source source;
  private final Clock clock;
  private final Duration patience;
  private final int callers;
  private final Semaphore waiting;
  private final Bucket refreshes;
  private final ReentrantLock one = new ReentrantLock();
  private volatile Kept kept = new Kept(new JWKSet(), Instant.MIN);
  private volatile Instant failedAt = Instant.MIN;

  private record Kept(JWKSet keys, Instant at) {}

  /**
   * A keyring that is empty yet.
   *
   * @param patience how long to wait for somebody else who asks the provider already
   * @param callers how many may wait at the same time
   * @param aMinute how often in a minute an unknown key makes it ask
   */
  Keyring(
      String provider, Source source, Clock clock, Duration patience, int callers, int aMinute) {
    this.provider = provider;
    this.source = source;
    this.clock = clock;
    this.patience = patience;
    this.callers = callers;
    this.waiting = new Semaphore(callers);
    this.refreshes =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, Duration.ofMinutes(1)))
            .build();
  }

  /**
   * The keys that may have signed what has this header.
   *
   * @throws TokenRefused when the provider has no such key
   * @throws DomainException {@code provider_unavailable}
   */
  List<JWK> keysFor(JWSHeader header) throws TokenRefused {
    Kept known = kept;
    boolean fresh = known.at().plus(FRESH).isAfter(clock.instant());
    List<JWK> found = fresh ? select(known, header) : List.of();
    if (!found.isEmpty()) {
      return found;
    }
    if (fresh && !refreshes.tryConsume(1)) {
      throw new TokenRefused("signed by an unknown key, as too many were lately");
    }
    List<JWK> renewed = select(renewed(known), header);
    if (renewed.isEmpty()) {
      throw new TokenRefused("signed by an unknown key");
    }
    return renewed;
  }

  /** How many wait for the provider now. */
  int waiting() {
    return callers - waiting.availablePermits();
  }

  private static List<JWK> select(Kept kept, JWSHeader header) {
    return new JWKSelector(JWKMatcher.forJWSHeader(header)).select(kept.keys());
  }

  private Kept renewed(Kept known) {
    if (!waiting.tryAcquire()) {
      throw unavailable();
    }
    try {
      if (!one.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw unavailable();
      }
      try {
        return kept == known ? read() : kept;
      } finally {
        one.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    } finally {
      waiting.release();
    }
  }

  private Kept read() {
    if (failedAt.plus(PAUSE).isAfter(clock.instant())) {
      throw unavailable();
    }
    try {
      kept = new Kept(source.read(), clock.instant());
      return kept;
    } catch (IOException e) {
      failedAt = clock.instant();
      LOG.log(
          Level.WARNING,
          "The provider {0} of single sign-on cannot be used: {1}",
          new Object[] {provider, e.getMessage()});
      throw unavailable();
    }
  }

  static DomainException unavailable() {
    return new DomainException(SsoCode.PROVIDER_UNAVAILABLE).retryAfter(PAUSE);
  }
}
