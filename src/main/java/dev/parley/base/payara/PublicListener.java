package dev.parley.base.payara;

import dev.parley.base.payara.ServerEventListener.Moment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Opens the HTTP port of Payara Micro once Parley can be called: before that, or when it cannot
 * start, the server would show pages and figures of its own there.
 */
@ApplicationScoped
public class PublicListener {
  private static final Logger LOG = Logger.getLogger(PublicListener.class.getName());
  private static final String NAME = "http-listener";
  private static final String OPEN =
      "configs.config.server-config.network-config.network-listeners.network-listener."
          + NAME
          + ".enabled=true";

  private ServerEventListener listener;

  @Inject private Event<ListenersOpened> opened;

  void await(@Observes @Initialized(ApplicationScoped.class) ServletContext context)
      throws ReflectiveOperationException {
    opened.fire(new ListenersOpened());
    if (FailedStart.isMicro()) {
      listener = ServerEventListener.register(Moment.APPLICATION_STARTED, this::open);
    }
  }

  void forget(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event)
      throws ReflectiveOperationException {
    if (listener != null) {
      listener.unregister();
    }
  }

  private void open() {
    try {
      set(OPEN);
      opened.fire(new ListenersOpened());
      if (!HttpListeners.has(NAME)) {
        FailedStart.end("The HTTP port cannot be opened; something else may listen there.");
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.SEVERE, "The HTTP port could not be opened", e);
      FailedStart.end("The HTTP port could not be opened.");
    }
  }

  /** Runs the command of the server's administration that sets a value. */
  private static void set(String value) throws ReflectiveOperationException {
    String runner = "org.glassfish.embeddable.CommandRunner";
    Object result =
        ServerService.named(runner)
            .getMethod("run", String.class, String[].class)
            .invoke(ServerService.of(runner), "set", new String[] {value});
    Object failure =
        ServerService.named("org.glassfish.embeddable.CommandResult")
            .getMethod("getFailureCause")
            .invoke(result);
    if (failure != null) {
      throw new IllegalStateException((Throwable) failure);
    }
  }
}
