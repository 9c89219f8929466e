package dev.parley.base.payara;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes the idle timer from the WebSocket container, which would put one on a scheduled executor
 * for every frame even where no time-out is set; silent sessions are found by the sweep over live
 * sessions.
 */
@ApplicationScoped
public class IdleTimerRemoval {
  private static final Logger LOG = Logger.getLogger(IdleTimerRemoval.class.getName());
  private static final String FIELD = "managedScheduledExecutorService";

  void remove(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
    Object container = context.getAttribute(ServerContainer.class.getName());
    try {
      Field field = field(container.getClass());
      field.setAccessible(true);
      ScheduledExecutorService original = (ScheduledExecutorService) field.get(container);
      field.set(container, withoutTimers(original));
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "The container keeps its idle timer: live sessions work but every frame costs more",
          e);
    }
  }

  private static Field field(Class<?> type) throws NoSuchFieldException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.getName().equals(FIELD)) {
          return field;
        }
      }
    }
    throw new NoSuchFieldException(FIELD);
  }

  private static ScheduledExecutorService withoutTimers(ScheduledExecutorService original) {
    return (ScheduledExecutorService)
        Proxy.newProxyInstance(
            IdleTimerRemoval.class.getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, arguments) ->
                method.getName().equals("schedule") ? null : call(original, method, arguments));
  }

  private static Object call(ScheduledExecutorService original, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(original, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
