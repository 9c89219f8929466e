package dev.parley.base.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lends connections to the database: within a transaction the one that it has, else one for the
 * moment.
 */
@ApplicationScoped
public class DatabaseConnections {
  @Resource(lookup = "jdbc/parley")
  private DataSource pool;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @PersistenceContext private EntityManager changes;

  /** What is done with a connection; it does not close it. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * Does something with a connection.
   *
   * @throws SQLException what the work threw, or when no connection is to be had in time
   */
  public <T> T use(Work<T> work) throws SQLException {
    if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
      return work.with(changes.unwrap(Connection.class));
    }
    try (Connection own = pool.getConnection()) {
      return work.with(own);
    }
  }
}
