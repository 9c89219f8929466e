package dev.parley.base.payara;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import java.lang.reflect.Field;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes the buffer small that the server takes for every frame and keeps until the client has it;
 * by {@link ServletResponse#setBufferSize} this server only makes it larger.
 */
public final class FrameBuffer {
  private static final Logger LOG = Logger.getLogger(FrameBuffer.class.getName());

  /** The event of a message of some lines fits; larger frames take several. */
  private static final int BYTES = 768;

  private FrameBuffer() {}

  /** Does so for a response that is to become a live session; logs when it cannot. */
  public static void makeSmall(ServletResponse response) {
    try {
      Object coyote = beneath(response);
      coyote.getClass().getMethod("setBufferSize", int.class).invoke(coyote, BYTES);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.WARNING, "Live sessions that are slow to read take more memory", e);
    }
  }

  /** The server's own classes are no API, so they are reached by name. */
  private static Object beneath(ServletResponse response) throws ReflectiveOperationException {
    ServletResponse given = response;
    while (given instanceof ServletResponseWrapper wrapper) {
      given = wrapper.getResponse();
    }
    Field field = given.getClass().getDeclaredField("response");
    field.setAccessible(true);
    Object connector = field.get(given);
    return connector.getClass().getMethod("getCoyoteResponse").invoke(connector);
  }
}
