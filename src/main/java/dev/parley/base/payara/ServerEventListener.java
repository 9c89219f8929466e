package dev.parley.base.payara;

import java.lang.reflect.Proxy;

/**
 * Hears what the server does with itself and with the application, and holds it until the work is
 * done. The server's own classes are no API, so they are reached by name.
 */
public final class ServerEventListener {
  /** What there is to hear. */
  public enum Moment {
    /** Nothing of the server has been taken down yet. */
    ABOUT_TO_STOP("org.glassfish.api.event.EventTypes", "PREPARE_SHUTDOWN"),
    /** The application can be called. */
    APPLICATION_STARTED("org.glassfish.internal.deployment.Deployment", "APPLICATION_STARTED");

    private final String type;
    private final String field;

    Moment(String type, String field) {
      this.type = type;
      this.field = field;
    }
  }

  private final Object events;
  private final Object listener;
  private final Class<?> listenerType;

  private ServerEventListener(Object events, Object listener, Class<?> listenerType) {
    this.events = events;
    this.listener = listener;
    this.listenerType = listenerType;
  }

  /**
   * Has this run at that moment, in the thread that brings it about.
   *
   * @throws ReflectiveOperationException when the server is another one than we know
   */
  public static ServerEventListener register(Moment moment, Runnable work)
      throws ReflectiveOperationException {
    Class<?> type = ServerService.named("org.glassfish.api.event.EventListener");
    Object awaited = ServerService.named(moment.type).getField(moment.field).get(null);
    Object listener =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "event" -> hear(arguments[0], awaited, work);
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> "listener of Parley";
                });
    Object events = ServerService.of("org.glassfish.api.event.Events");
    ServerEventListener registered = new ServerEventListener(events, listener, type);
    registered.call("register");
    return registered;
  }

  private static Object hear(Object event, Object awaited, Runnable work)
      throws ReflectiveOperationException {
    Class<?> type = ServerService.named("org.glassfish.api.event.EventListener$Event");
    if (awaited.equals(type.getMethod("type").invoke(event))) {
      work.run();
    }
    return null;
  }

  /** Hears nothing from now on. */
  public void unregister() throws ReflectiveOperationException {
    call("unregister");
  }

  private void call(String method) throws ReflectiveOperationException {
    ServerService.named("org.glassfish.api.event.Events")
        .getMethod(method, listenerType)
        .invoke(events, listener);
  }
}
