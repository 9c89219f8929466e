package dev.parley.platform;

import java.lang.reflect.Proxy;

/**
 * Tells when the server is about to stop, and holds it until the listener returns. The server's own
 * classes are no API, so they are reached by name.
 */
final class ServerStopListener {
  private static final String ABOUT_TO_STOP = "PREPARE_SHUTDOWN";

  private final Object events;
  private final Object listener;
  private final Class<?> listenerType;

  private ServerStopListener(Object events, Object listener, Class<?> listenerType) {
    this.events = events;
    this.listener = listener;
    this.listenerType = listenerType;
  }

  /**
   * Has this run in the thread that stops the server, before anything of it has been taken down.
   *
   * @throws ReflectiveOperationException when the server is another one than we know
   */
  static ServerStopListener register(Runnable work) throws ReflectiveOperationException {
    Class<?> type = named("org.glassfish.api.event.EventListener");
    Object awaited = named("org.glassfish.api.event.EventTypes").getField(ABOUT_TO_STOP).get(null);
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
    Object events =
        named("org.glassfish.internal.api.Globals")
            .getMethod("get", Class.class)
            .invoke(null, named("org.glassfish.api.event.Events"));
    ServerStopListener registered = new ServerStopListener(events, listener, type);
    registered.call("register");
    return registered;
  }

  private static Object hear(Object event, Object awaited, Runnable work)
      throws ReflectiveOperationException {
    Class<?> type = named("org.glassfish.api.event.EventListener$Event");
    if (awaited.equals(type.getMethod("type").invoke(event))) {
      work.run();
    }
    return null;
  }

  /** Hears nothing from now on. */
  void unregister() throws ReflectiveOperationException {
    call("unregister");
  }

  private void call(String method) throws ReflectiveOperationException {
    named("org.glassfish.api.event.Events")
        .getMethod(method, listenerType)
        .invoke(events, listener);
  }

  private static Class<?> named(String name) throws ClassNotFoundException {
    return Class.forName(name, true, ServerStopListener.class.getClassLoader());
  }
}
