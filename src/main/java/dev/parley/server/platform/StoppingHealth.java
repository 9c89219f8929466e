package dev.parley.server.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready from the moment at which the server is to stop. */
@Readiness
@ApplicationScoped
public class StoppingHealth implements HealthCheck {
  @Inject private GracefulStop stop;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("not stopping").status(!stop.isStopping()).build();
  }
}
