package dev.parley.server.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The pool as migrations use it: a call waits a minute at most for the database, while a migration
 * of a large one takes the time it needs.
 */
public final class UnhurriedPool {
  private static final int NO_LIMIT = 0;

  private UnhurriedPool() {}

  /** A pool whose connections have no limit until they go back. */
  public static DataSource of(DataSource pool) {
    return as(
        DataSource.class,
        (self, method, arguments) -> {
          Object result = call(pool, method, arguments);
          return result instanceof Connection connection ? unhurried(connection) : result;
        });
  }

  private static Connection unhurried(Connection connection) throws SQLException {
    int limit = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, NO_LIMIT);
    return as(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("close") && !connection.isClosed()) {
            connection.setNetworkTimeout(Runnable::run, limit);
          }
          return call(connection, method, arguments);
        });
  }

  private static <T> T as(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            UnhurriedPool.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
