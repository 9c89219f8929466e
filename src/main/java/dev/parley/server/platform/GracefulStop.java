package dev.parley.server.platform;

import dev.parley.base.payara.ServerEventListener;
import dev.parley.base.payara.ServerEventListener.Moment;
import dev.parley.base.request.ApplicationReady;
import dev.parley.base.request.ApplicationStopping;
import dev.parley.server.http.RunningRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The end of a server in order: it says that it is not ready, gives balancers notice, sends live
 * sessions elsewhere, lets running requests finish, and only then is taken down.
 *
 * <p>The server is held while all of it still runs; by the time an application is told in the
 * standard way, it gets no requests any more.
 */
@ApplicationScoped
public class GracefulStop {
  private static final Logger LOG = Logger.getLogger(GracefulStop.class.getName());

  private ServerEventListener listener;
  private volatile boolean stopping;

  @Inject private RunningRequests requests;
  @Inject private Event<ApplicationStopping> goodbye;

  @Inject
  @ConfigProperty(name = "parley.stop.notice")
  private Duration notice;

  @Inject
  @ConfigProperty(name = "parley.stop.grace")
  private Duration grace;

  void listen(@Observes ApplicationReady ready) {
    try {
      listener = ServerEventListener.register(Moment.ABOUT_TO_STOP, this::stop);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.WARNING, "The server will stop without waiting for running requests", e);
    }
  }

  void forget(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    try {
      if (listener != null) {
        listener.unregister();
      }
    } catch (ReflectiveOperationException e) {
      LOG.log(Level.FINE, "The server keeps a listener of an application that is gone", e);
    }
  }

  boolean isStopping() {
    return stopping;
  }

  private void stop() {
    stopping = true;
    try {
      Thread.sleep(notice.toMillis());
      requests.close();
      goodbye.fire(new ApplicationStopping());
      int left = requests.awaitNone(grace);
      if (left > 0) {
        LOG.log(Level.WARNING, "Stopping although {0} requests are not answered yet", left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
