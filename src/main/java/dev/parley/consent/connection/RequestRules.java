package dev.parley.consent.connection;

import dev.parley.base.config.RunTimeSettings;
import dev.parley.base.problem.DomainException;
import dev.parley.consent.person.PersonViews;
import dev.parley.identity.account.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides who may ask which person, when and how often; no refusal tells of a block. */
@ApplicationScoped
public class RequestRules {
  /** The member that says from when on a refused request may be sent again. */
  public static final String RETRY_AT = "retry_at";

  private static final Duration DAY = Duration.ofDays(1);

  @Inject private ConnectionRepository relations;
  @Inject private PersonViews persons;
  @Inject private Clock clock;

  @Inject private RunTimeSettings settings;

  /** Refuses a new request that a rule is against. */
  void requireMayRequest(UUID sender, Profile receiver) {
    refusals(sender, receiver).stream()
        .findFirst()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /** All that is against a new request, the hardest first. */
  public List<DomainException> refusals(UUID sender, Profile receiver) {
    List<DomainException> refusals = new ArrayList<>();
    if (!accepts(receiver, sender)) {
      refusals.add(new DomainException(ConnectionCode.NOT_ACCEPTING_REQUESTS));
    }
    Instant now = clock.instant();
    lastRejected(sender, receiver.id())
        .filter(last -> now.isBefore(retryAt(last)))
        .ifPresent(last -> refusals.add(coolingDown(sender, last)));
    waitForAnEnd(sender, now)
        .ifPresent(
            wait ->
                refusals.add(
                    new DomainException(ConnectionCode.TOO_MANY_PENDING).retryAfter(wait)));
    waitForADay(sender, now)
        .ifPresent(
            wait ->
                refusals.add(
                    new DomainException(ConnectionCode.TOO_MANY_REQUESTS).retryAfter(wait)));
    return refusals;
  }

  /**
   * How long until one of the pending requests too many has expired, when there are as many as may
   * be; an answer or a withdrawal may come before, so that nobody can say it better.
   */
  private Optional<Duration> waitForAnEnd(UUID sender, Instant now) {
    int mostPending = (int) settings.number("parley.limits.pending-requests");
    return mostPending == 0
        ? Optional.empty()
        : relations
            .fewerPending(sender, mostPending, now.plus(DAY))
            .map(end -> Duration.between(now, end));
  }

  /** How long until one request fewer counts, when the last day holds as many as it may. */
  private Optional<Duration> waitForADay(UUID sender, Instant now) {
    int mostADay = (int) settings.number("parley.limits.requests-per-day");
    return mostADay == 0
        ? Optional.empty()
        : relations
            .sentBefore(sender, mostADay - 1, now.minus(DAY))
            .map(oldest -> Duration.between(now, oldest.plus(DAY)));
  }

  private boolean accepts(Profile receiver, UUID sender) {
    return switch (receiver.whoMayRequestMe()) {
      case EVERYONE -> true;
      case NOBODY -> false;
      case CONNECTIONS_OF_CONNECTIONS ->
          persons.seenBy(sender, List.of(receiver.id())).get(receiver.id()).mutualCount() > 0;
    };
  }

  private DomainException coolingDown(UUID sender, UserConnection last) {
    return new DomainException(ConnectionCode.REQUEST_COOLDOWN)
        .with(RETRY_AT, retryAt(last))
        .with("current", relations.seenBy(sender, List.of(last)).get(0));
  }

  /** The newest request of somebody to somebody, when it was rejected. */
  private Optional<UserConnection> lastRejected(UUID sender, UUID receiver) {
    return relations
        .newest(sender, receiver)
        .flatMap(relations::find)
        .filter(last -> last.status() == ConnectionStatus.REJECTED);
  }

  private Instant retryAt(UserConnection rejected) {
    return rejected.updatedAt().plus(settings.duration("parley.limits.request-cooldown"));
  }
}
