package dev.parley.base.payara;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The server's pool of database connections, as far as the server tells of it. */
@ApplicationScoped
public class DatabasePool {
  private static final Logger LOG = Logger.getLogger(DatabasePool.class.getName());
  private static final String POOL = "parley";

  private boolean silent;

  /** How many connections are in use and free, the threads that wait for one, and the limit. */
  public record PoolUsage(int active, int idle, int waiting, int max) {}

  /** The pool as it is now; nothing when this server has it elsewhere. */
  public Optional<PoolUsage> read() {
    if (silent) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(pool()).map(DatabasePool::figures);
    } catch (ReflectiveOperationException | RuntimeException e) {
      silent = true;
      LOG.log(Level.WARNING, "The figures lack the database pool, which this server hides", e);
      return Optional.empty();
    }
  }

  private static PoolUsage figures(Object pool) {
    try {
      Class<?> type = server("com.sun.enterprise.resource.pool.ResourcePool");
      Object status = type.getMethod("getPoolStatus").invoke(pool);
      Object queue = type.getMethod("getPoolWaitQueue").invoke(pool);
      return new PoolUsage(
          number(status, status.getClass(), "getNumConnUsed"),
          number(status, status.getClass(), "getNumConnFree"),
          number(
              queue,
              server("com.sun.enterprise.resource.pool.waitqueue.PoolWaitQueue"),
              "getQueueLength"),
          number(pool, type, "getMaxPoolSize"));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server's own classes are no API, so they are reached by name. */
  private static Object pool() throws ReflectiveOperationException {
    Class<?> runtime = server("com.sun.enterprise.connectors.ConnectorRuntime");
    Class<?> manager = server("com.sun.enterprise.resource.pool.PoolManager");
    Class<?> name = server("org.glassfish.resourcebase.resources.api.PoolInfo");
    Object pools =
        runtime.getMethod("getPoolManager").invoke(runtime.getMethod("getRuntime").invoke(null));
    return manager
        .getMethod("getPool", name)
        .invoke(pools, name.getConstructor(String.class).newInstance(POOL));
  }

  private static int number(Object of, Class<?> type, String method)
      throws ReflectiveOperationException {
    return ((Number) type.getMethod(method).invoke(of)).intValue();
  }

  private static Class<?> server(String name) throws ClassNotFoundException {
    return Class.forName(name, true, DatabasePool.class.getClassLoader());
  }
}
