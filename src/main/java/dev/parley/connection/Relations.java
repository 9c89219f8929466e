package dev.parley.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The relations in the database, and the locks that decide races over them. */
@ApplicationScoped
class Relations {
  private static final int SENDER_LOCK = 2;
  private static final int PAIR_LOCK = 3;

  @PersistenceContext private EntityManager database;
  @Inject private Persons persons;

  /** From here to the end of the transaction nobody else sends a request for this user. */
  void lockSender(UUID sender) {
    lock(SENDER_LOCK, sender.toString());
  }

  /** From here to the end of the transaction nobody else changes what is between these two. */
  void lockPair(UUID one, UUID other) {
    String a = one.toString();
    String b = other.toString();
    lock(PAIR_LOCK, a.compareTo(b) < 0 ? a + b : b + a);
  }

  private void lock(int sort, String what) {
    database
        .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?, ?))")
        .setParameter(1, what)
        .setParameter(2, sort)
        .getSingleResult();
  }

  /** The live relation of a pair, as it is under the pair's lock. */
  Optional<UserConnection> live(UUID one, UUID other) {
    List<?> ids =
        database
            .createNativeQuery(
                "select id from user_connection where status in ('pending', 'approved')"
                    + " and least(sender_id, receiver_id) = least(cast(?1 as uuid), cast(?2 as uuid))"
                    + " and greatest(sender_id, receiver_id) = greatest(cast(?1 as uuid), cast(?2 as uuid))")
            .setParameter(1, one)
            .setParameter(2, other)
            .getResultList();
    return ids.stream().findFirst().map(id -> locked((UUID) id));
  }

  Optional<UserConnection> find(UUID id) {
    return Optional.ofNullable(database.find(UserConnection.class, id));
  }

  /** The relation as it is now, locked. */
  UserConnection locked(UUID id) {
    UserConnection found = database.find(UserConnection.class, id);
    database.refresh(found, LockModeType.PESSIMISTIC_WRITE);
    return found;
  }

  /** The newest relation between a sender and a receiver, ended or not. */
  Optional<UserConnection> newest(UUID sender, UUID receiver) {
    return database
        .createQuery(
            "select c from UserConnection c where c.sender = :sender and c.receiver = :receiver order by c.createdAt desc",
            UserConnection.class)
        .setParameter("sender", sender)
        .setParameter("receiver", receiver)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  void add(UserConnection connection) {
    database.persist(connection);
    database.flush();
  }

  void flush() {
    database.flush();
  }

  boolean blocks(UUID blocker, UUID blocked) {
    return !database
        .createNativeQuery("select 1 from block where blocker_id = ? and blocked_id = ?")
        .setParameter(1, blocker)
        .setParameter(2, blocked)
        .getResultList()
        .isEmpty();
  }

  long pendingOf(UUID sender) {
    return count(
        "select count(*) from user_connection where sender_id = ?1 and status = 'pending'",
        sender,
        null);
  }

  long sentSince(UUID sender, Instant since) {
    return count(
        "select count(*) from user_connection where sender_id = ?1 and created_at > ?2",
        sender,
        since);
  }

  private long count(String sql, UUID sender, Instant since) {
    var query = database.createNativeQuery(sql).setParameter(1, sender);
    if (since != null) {
      query.setParameter(2, Timestamp.from(since));
    }
    return ((Number) query.getSingleResult()).longValue();
  }

  /** These relations as the viewer sees them; one that is not theirs is left out. */
  List<ConnectionView> seenBy(UUID viewer, Collection<UserConnection> connections) {
    Set<UUID> people = new LinkedHashSet<>();
    List<UserConnection> theirs = connections.stream().filter(c -> c.involves(viewer)).toList();
    theirs.forEach(c -> people.addAll(List.of(c.sender(), c.receiver())));
    Map<UUID, PersonView> seen = persons.seenBy(viewer, people);
    return theirs.stream()
        .map(c -> c.seenBy(viewer, seen.get(c.sender()), seen.get(c.receiver())))
        .toList();
  }

  List<UserConnection> byIds(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : database
            .createQuery("select c from UserConnection c where c.id in :ids", UserConnection.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** The live relations of a user, newest first. */
  Stream<UserConnection> liveOf(UUID user) {
    return database
        .createQuery(
            "select c from UserConnection c where (c.sender = :user or c.receiver = :user)"
                + " and c.status in ('pending', 'approved') order by c.createdAt desc",
            UserConnection.class)
        .setParameter("user", user)
        .getResultStream();
  }
}
