package dev.parley.reach.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells which live streams stand. Ready all the same, for one that stands is mended: unless mending
 * has not helped for a minute.
 */
@Readiness
@ApplicationScoped
public class StreamHealth implements HealthCheck {
  @Inject private StreamWatchdog watchdog;
  @Inject private LiveSessions sessions;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("live streams")
        .withData("standing", watchdog.found().stalled())
        .withData("mended", sessions.counts().streamsMended())
        .status(watchdog.isMending())
        .build();
  }
}
