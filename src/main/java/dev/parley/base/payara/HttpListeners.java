package dev.parley.base.payara;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.glassfish.grizzly.filterchain.FilterChain;

/**
 * Finds what the server's HTTP listeners, save that of its console, put a request through. The
 * server's own classes are no API, so they are reached by name.
 */
public final class HttpListeners {
  private static final String ADMIN_CONSOLE = "admin-listener";

  private HttpListeners() {}

  /**
   * The filter chain of each listener.
   *
   * @throws ReflectiveOperationException when the server is another one than we know
   */
  public static List<FilterChain> chains() throws ReflectiveOperationException {
    List<FilterChain> chains = new ArrayList<>();
    for (Object listener : listeners()) {
      Object chain = field(listener, "rootFilterChain");
      if (!ADMIN_CONSOLE.equals(name(listener)) && chain != null) {
        chains.add((FilterChain) chain);
      }
    }
    return chains;
  }

  /** Whether there is a listener of this name, which has its port. */
  static boolean has(String name) throws ReflectiveOperationException {
    for (Object listener : listeners()) {
      if (name.equals(name(listener))) {
        return true;
      }
    }
    return false;
  }

  private static List<Object> listeners() throws ReflectiveOperationException {
    List<Object> listeners = new ArrayList<>();
    for (Object proxy : proxies()) {
      listeners.add(proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy));
    }
    return listeners;
  }

  private static Object name(Object listener) throws ReflectiveOperationException {
    return listener.getClass().getMethod("getName").invoke(listener);
  }

  private static Collection<?> proxies() throws ReflectiveOperationException {
    Object grizzly = ServerService.of("com.sun.enterprise.v3.services.impl.GrizzlyService");
    return (Collection<?>) field(grizzly, "proxies");
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(owner);
        }
      }
    }
    throw new NoSuchFieldException(owner.getClass().getName() + "." + name);
  }
}
