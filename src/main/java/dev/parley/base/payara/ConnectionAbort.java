package dev.parley.base.payara;

import jakarta.servlet.http.WebConnection;
import java.lang.reflect.Field;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Connection;

/**
 * Cuts a connection at once: the server's own close first waits, for half a minute, until the
 * client has taken everything.
 */
public final class ConnectionAbort {
  private static final Logger LOG = Logger.getLogger(ConnectionAbort.class.getName());

  private ConnectionAbort() {}

  /** Cuts what is under a connection that the server has given away; logs when it cannot. */
  public static void of(WebConnection given) {
    try {
      Connection<?> connection = beneath(given);
      if (connection != null) { // otherwise it has just ended by itself
        connection.terminateSilently();
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.WARNING, "A connection can only be closed, which may take a while", e);
    }
  }

  /** The server's own classes are no API, so they are reached by name. */
  private static Connection<?> beneath(WebConnection given) throws ReflectiveOperationException {
    Field field = given.getClass().getDeclaredField("request");
    field.setAccessible(true);
    Object request = field.get(given);
    Object coyote = request.getClass().getMethod("getCoyoteRequest").invoke(request);
    Object context = coyote.getClass().getMethod("getContext").invoke(coyote);
    return (Connection<?>) context.getClass().getMethod("getConnection").invoke(context);
  }
}
