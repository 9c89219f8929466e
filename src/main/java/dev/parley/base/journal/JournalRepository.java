package dev.parley.base.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.sql.DatabaseConnections;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The journal's tables over JDBC: set-based, few round trips, and usable while a transaction ends.
 */
@ApplicationScoped
class JournalRepository {
  private static final String SELECT_HEADS =
      "select user_id, epoch, head, floor from journal_head where user_id = any (?) order by user_id";
  private static final String MAKE_HEADS =
      "insert into journal_head (user_id, epoch)"
          + " select u, gen_random_uuid()::text from unnest(?) u order by u on conflict do nothing";

  /**
   * One statement: heads are locked in one order, entries get the places after them, heads move.
   */
  private static final String WRITE =
      """
      with entry as (
        select e.*, row_number() over (partition by e.user_id order by e.place) as n
        from unnest(?, ?, ?) with ordinality as e (user_id, type, subject, place)),
      counted as (select user_id, max(n) as n from entry group by user_id),
      locked as materialized (
        select user_id, head from journal_head where user_id = any (?) order by user_id for update),
      moved as (
        update journal_head h set head = l.head + c.n
        from locked l join counted c on c.user_id = l.user_id where h.user_id = l.user_id),
      placed as materialized (
        select e.place, e.user_id, l.head + e.n as seq, e.type, e.subject
        from entry e join locked l on l.user_id = e.user_id),
      written as (
        insert into journal_event (at, user_id, seq, type, subject)
        select ?, user_id, seq, type, subject from placed)
      select place, seq from placed order by place
      """;

  private static final String RANGE =
      "select seq, type, subject, at from journal_event where user_id = ? and seq > ? order by seq limit ?";
  private static final String OLD = "select distinct user_id from journal_event where at < ?";
  private static final String TRIM =
      "with gone as (delete from journal_event where user_id = ? and at < ? returning seq)"
          + " update journal_head set floor = greatest(floor, (select max(seq) from gone)) where user_id = ?";

  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  @PersistenceContext private EntityManager changes;
  @Inject private DatabaseConnections connections;
  @Inject private Clock clock;

  /** Users whose heads are known to be there, for heads never go. */
  private final Cache<UUID, Boolean> present = Caffeine.newBuilder().maximumSize(100_000).build();

  /**
   * Gives the entries their places and writes them over the connection of the change itself; the
   * heads stay locked until the transaction ends.
   */
  List<FreshEvent> writeWithChange(List<JournalEntry> entries) {
    changes.flush();
    try {
      return connections.use(connection -> write(connection, entries));
    } catch (SQLException e) {
      throw new IllegalStateException("The journal could not be written", e);
    }
  }

  /** The same while a transaction ends that began outside of a service. */
  List<FreshEvent> writeAtEnd(List<JournalEntry> entries) {
    try (Connection connection = database.getConnection()) {
      if (connection.getAutoCommit()) {
        throw new IllegalStateException("The journal is written in its change's transaction only");
      }
      return write(connection, entries);
    } catch (SQLException e) {
      throw new IllegalStateException("The journal could not be written", e);
    }
  }

  private List<FreshEvent> write(Connection connection, List<JournalEntry> entries)
      throws SQLException {
    Object[] users = entries.stream().map(JournalEntry::user).toArray();
    Object[] types = entries.stream().map(JournalEntry::type).toArray();
    Object[] subjects = entries.stream().map(JournalEntry::subject).toArray();
    makeMissingHeads(
        connection, entries.stream().map(JournalEntry::user).collect(Collectors.toSet()));
    Instant now = clock.instant();
    List<FreshEvent> written = new ArrayList<>(entries.size());
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setArray(1, connection.createArrayOf("uuid", users));
      write.setArray(2, connection.createArrayOf("text", types));
      write.setArray(3, connection.createArrayOf("uuid", subjects));
      write.setArray(4, connection.createArrayOf("uuid", users));
      write.setTimestamp(5, Timestamp.from(now));
      try (ResultSet row = write.executeQuery()) {
        while (row.next()) {
          JournalEntry entry = entries.get(row.getInt(1) - 1);
          written.add(
              new FreshEvent(entry.user(), row.getLong(2), entry.type(), now, entry.data()));
        }
      }
    }
    if (written.size() < entries.size()) {
      present.invalidateAll();
      throw new SQLException("A head of the journal is missing");
    }
    return written;
  }

  /** The heads of these users; a user who never had an event gets a head of their own now. */
  Map<UUID, Head> heads(Collection<UUID> users) {
    try {
      return connections.use(connection -> heads(connection, new HashSet<>(users)));
    } catch (SQLException e) {
      throw new IllegalStateException("The journal's heads could not be read", e);
    }
  }

  // Heads that are missing are made before any is locked: a transaction that holds a lock waits for
  // locks only, and those are taken in one order, so none wait in a ring.
  private void makeMissingHeads(Connection connection, Collection<UUID> users) throws SQLException {
    if (!users.stream().allMatch(user -> present.getIfPresent(user) != null)) {
      heads(connection, users);
    }
  }

  private Map<UUID, Head> heads(Connection connection, Collection<UUID> users) throws SQLException {
    Map<UUID, Head> heads = selectHeads(connection, users);
    heads.keySet().forEach(user -> present.put(user, true));
    if (heads.size() < users.size()) {
      try (PreparedStatement make = connection.prepareStatement(MAKE_HEADS)) {
        make.setArray(1, connection.createArrayOf("uuid", users.toArray()));
        make.executeUpdate();
      }
      heads = selectHeads(connection, users);
    }
    return heads;
  }

  private static Map<UUID, Head> selectHeads(Connection connection, Collection<UUID> users)
      throws SQLException {
    Map<UUID, Head> heads = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT_HEADS)) {
      select.setArray(1, connection.createArrayOf("uuid", users.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          heads.put(
              row.getObject(1, UUID.class),
              new Head(row.getString(2), row.getLong(3), row.getLong(4)));
        }
      }
    }
    return heads;
  }

  /** The user's events after {@code after}, oldest first. */
  List<StoredEvent> range(UUID user, long after, int limit) {
    try {
      return connections.use(connection -> range(connection, user, after, limit));
    } catch (SQLException e) {
      throw new IllegalStateException("The journal could not be read", e);
    }
  }

  private static List<StoredEvent> range(Connection connection, UUID user, long after, int limit)
      throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(RANGE)) {
      select.setObject(1, user);
      select.setLong(2, after);
      select.setInt(3, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Instant at = row.getTimestamp(4).toInstant();
          events.add(
              new StoredEvent(row.getLong(1), row.getString(2), row.getObject(3, UUID.class), at));
        }
      }
      return events;
    }
  }

  /**
   * Drops events older than {@code before} and moves the floors up to them, one user after the
   * other so that no two heads are ever held.
   */
  void trim(Instant before) {
    Timestamp limit = Timestamp.from(before);
    try {
      connections.use(connection -> trim(connection, limit));
    } catch (SQLException e) {
      throw new IllegalStateException("The journal could not be trimmed", e);
    }
  }

  private static int trim(Connection connection, Timestamp limit) throws SQLException {
    List<UUID> users = usersWithOlder(connection, limit);
    try (PreparedStatement trim = connection.prepareStatement(TRIM)) {
      for (UUID user : users) {
        trim.setObject(1, user);
        trim.setTimestamp(2, limit);
        trim.setObject(3, user);
        trim.executeUpdate();
      }
    }
    return users.size();
  }

  private static List<UUID> usersWithOlder(Connection connection, Timestamp limit)
      throws SQLException {
    List<UUID> users = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(OLD)) {
      select.setTimestamp(1, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          users.add(row.getObject(1, UUID.class));
        }
      }
    }
    return users;
  }
}
