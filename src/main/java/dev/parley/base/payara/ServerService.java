package dev.parley.base.payara;

import org.glassfish.grizzly.filterchain.FilterChain;

/** Finds the server's own services, which are no API and so are reached by name. */
final class ServerService {
  private ServerService() {}

  /**
   * The service of this type, null when the server has none.
   *
   * @throws ReflectiveOperationException when the server is another one than we know
   */
  static Object of(String type) throws ReflectiveOperationException {
    return named("org.glassfish.internal.api.Globals")
        .getMethod("get", Class.class)
        .invoke(null, named(type));
  }

  /** A class of the server. */
  static Class<?> named(String type) throws ClassNotFoundException {
    return Class.forName(type, true, FilterChain.class.getClassLoader());
  }
}
