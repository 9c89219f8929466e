package dev.parley.administration.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The totals of the whole installation; counting reads whole tables, so it happens twice a minute
 * at most, and only while somebody looks.
 */
@ApplicationScoped
public class Totals {
  private static final Duration FRESH = Duration.ofSeconds(30);

  @Inject private TotalsService service;
  @Inject private ThisNode node;
  @Inject private Clock clock;

  private TotalsService.Counted counted;
  private Instant countedAt = Instant.MIN;

  /** What there is of everything; who is online is of now. */
  public record Shown(
      long users,
      long enabledUsers,
      long usersOnline,
      long connections,
      long pendingRequests,
      long conversations,
      long messages) {}

  Shown shown() {
    TotalsService.Counted all = recent();
    return new Shown(
        all.users(),
        all.enabledUsers(),
        node.usersOnline(),
        all.connections(),
        all.pendingRequests(),
        all.conversations(),
        all.messages());
  }

  private synchronized TotalsService.Counted recent() {
    Instant now = clock.instant();
    if (countedAt.plus(FRESH).isBefore(now)) {
      counted = service.count();
      countedAt = now;
    }
    return counted;
  }
}
