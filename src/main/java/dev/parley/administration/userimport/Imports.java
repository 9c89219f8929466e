package dev.parley.administration.userimport;

import dev.parley.administration.audit.Actor;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import dev.parley.identity.account.Username;
import dev.parley.identity.password.Passwords;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Works on the imports of this node, line by line, a moment at a time so that other work has its
 * turn.
 */
@ApplicationScoped
public class Imports {
  private static final Logger LOG = Logger.getLogger(Imports.class.getName());
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final int PAUSE = 100;

  private final Queue<Import> underWay = new ConcurrentLinkedQueue<>();

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private ImportService service;
  @Inject private Passwords passwords;
  @Inject private Clock clock;

  private record Import(UUID id, Actor actor, String reason, Queue<ImportedPerson> people) {}

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::go, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
    scheduler.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
  }

  /** Begins to bring these people in. */
  UUID start(Actor actor, String reason, List<ImportedPerson> people) {
    UUID id = service.begin(actor, people.size());
    underWay.add(new Import(id, actor, reason, new ArrayDeque<>(people)));
    return id;
  }

  private void go() {
    Import current = underWay.peek();
    if (current != null) {
      try {
        goOn(current, clock.instant().plus(MOMENT));
      } catch (RuntimeException | Error e) {
        Outage.log(LOG, "An import cannot go on; trying again behind the others", e);
        underWay.remove(current);
        underWay.add(current);
      }
    }
  }

  private void goOn(Import current, Instant until) {
    while (!current.people().isEmpty() && clock.instant().isBefore(until)) {
      if (!bringIn(current, current.people().peek())) {
        underWay.remove(current);
        return;
      }
      current.people().remove();
    }
    if (current.people().isEmpty()) {
      service.end(current.id(), true);
      underWay.remove(current);
    }
  }

  /** Brings one person in; false when the import is over by that. */
  private boolean bringIn(Import current, ImportedPerson newcomer) {
    try {
      return service.enrol(
          current.id(), current.actor(), current.reason(), newcomer, hash(newcomer));
    } catch (DomainException e) {
      if (e.code() == CommonCode.BUSY) {
        throw e;
      }
      if (e.code() == CommonCode.NOT_AN_ADMIN) {
        service.end(current.id(), false);
        return false;
      }
      return service.refuse(current.id(), newcomer, e);
    } catch (RuntimeException e) {
      return passOver(current, newcomer, e);
    }
  }

  /** What fails for its own sake would fail again, and the lines after it would wait for ever. */
  private boolean passOver(Import current, ImportedPerson newcomer, RuntimeException e) {
    if (Outage.isBehind(e)) {
      throw e;
    }
    LOG.log(
        Level.SEVERE,
        e,
        () -> "Line " + newcomer.line() + " of import " + current.id() + " failed");
    return service.refuse(current.id(), newcomer, new DomainException(ImportCode.LINE_FAILED));
  }

  private String hash(ImportedPerson newcomer) {
    if (newcomer.fault() != null) {
      throw new DomainException(ImportCode.BROKEN_LINE, newcomer.fault());
    }
    return newcomer.password() == null
        ? null
        : passwords.hash(
            passwords.checked(newcomer.password(), Username.fold(newcomer.username())));
  }

  private void tidy() {
    try {
      service.tidy();
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "Old imports could not be forgotten; trying again later", e);
    }
  }
}
