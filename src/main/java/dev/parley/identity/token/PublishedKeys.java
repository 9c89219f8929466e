package dev.parley.identity.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The public keys of Parley's tokens as this node last saw them. Everybody may ask for them, so the
 * database is asked now and then only.
 */
@ApplicationScoped
public class PublishedKeys {
  /** Another node may have renewed them meanwhile. */
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Supplier<String> database;
  private final Clock clock;
  private volatile Seen seen = new Seen("", Instant.MIN);

  private record Seen(String keys, Instant until) {}

  @Inject
  PublishedKeys(SigningKeyService keys, Clock clock) {
    this(() -> keys.published().toString(), clock);
  }

  PublishedKeys(Supplier<String> database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** For the container, which puts a proxy before it. */
  protected PublishedKeys() {
    this((Supplier<String>) null, null);
  }

  /** A JSON Web Key Set. */
  public String all() {
    Seen last = seen;
    if (clock.instant().isBefore(last.until())) {
      return last.keys();
    }
    String keys = database.get();
    keep(keys);
    return keys;
  }

  void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeysPublished published) {
    keep(published.keys());
  }

  private void keep(String keys) {
    seen = new Seen(keys, clock.instant().plus(KEPT));
  }
}
