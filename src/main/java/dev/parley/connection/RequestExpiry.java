package dev.parley.connection;

import dev.parley.caller.ApplicationReady;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends pending requests whose time has come, quiet ones as well; each in a transaction of its own.
 */
@ApplicationScoped
public class RequestExpiry {
  private static final Logger LOG = Logger.getLogger(RequestExpiry.class.getName());
  private static final int BATCH = 200;
  private static final int SECONDS = 10;
  static final String DUE =
      "select id from user_connection where status = 'pending' and expires_at <= ?1"
          + " order by expires_at limit ?2";

  @PersistenceContext private EntityManager database;
  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private ConnectionService connections;
  @Inject private Clock clock;

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::expire, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void expire() {
    try {
      List<?> due =
          database
              .createNativeQuery(DUE)
              .setParameter(1, Timestamp.from(clock.instant()))
              .setParameter(2, BATCH)
              .getResultList();
      due.forEach(id -> expire((UUID) id));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Requests that are due could not be read; trying again", e);
    }
  }

  private void expire(UUID id) {
    try {
      connections.expire(id);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Request " + id + " could not be expired; trying again", e);
    }
  }
}
