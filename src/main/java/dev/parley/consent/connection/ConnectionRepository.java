package dev.parley.consent.connection;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.consent.person.PersonView;
import dev.parley.consent.person.PersonViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The relations in the database, and how their two sides see them. */
@ApplicationScoped
class ConnectionRepository {
  static final String LIVE =
      "select id from user_connection where status in ('pending', 'approved')"
          + " and least(sender_id, receiver_id) = least(cast(?1 as uuid), cast(?2 as uuid))"
          + " and greatest(sender_id, receiver_id) = greatest(cast(?1 as uuid), cast(?2 as uuid))";
  static final String NEWEST =
      "select id from user_connection where sender_id = ?1 and receiver_id = ?2 order by id desc limit 1";
  static final String LIVE_OF =
      """
      select id from (
        select id from user_connection where sender_id = ?1 and status in ('pending', 'approved')
        union all
        select id from user_connection where receiver_id = ?1 and status in ('pending', 'approved')
      ) as theirs order by id desc
      """;
  static final String ALL_OF =
      """
      select id from (
        select id from user_connection where sender_id = ?1
        union all
        select id from user_connection where receiver_id = ?1
      ) as theirs order by id desc
      """;
  static final String PENDING_ENDS =
      """
      select ends_at from (
        select coalesce(expires_at, ?2) as ends_at from user_connection
        where sender_id = ?1 and status = 'pending' order by id desc limit ?3
      ) as newest order by ends_at desc offset ?3 - 1 limit 1
      """;
  static final String SENT_SINCE =
      """
      select created_at from user_connection where sender_id = ?1 and id > ?2 and created_at > ?3
        and status in ('pending', 'approved', 'rejected', 'withdrawn', 'expired', 'removed')
      order by id desc offset ?4 limit 1
      """;

  static final String DUE =
      "select id from user_connection where status = 'pending' and expires_at <= ?1"
          + " order by expires_at limit ?2";

  private static final int IN_ONE_QUERY = 1000;

  @PersistenceContext private EntityManager database;
  @Inject private PersonViews persons;

  /** The live relation of a pair. */
  Optional<UUID> live(UUID one, UUID other) {
    return first(LIVE, one, other).map(UUID.class::cast);
  }

  /** The live relation of a pair whose lock is held, as it is now. */
  Optional<UserConnection> lockedLive(UUID one, UUID other) {
    return live(one, other).map(this::locked);
  }

  Optional<UserConnection> find(UUID id) {
    return Optional.ofNullable(database.find(UserConnection.class, id));
  }

  /**
   * The relation as it is now, locked; the lock of its pair comes first.
   *
   * @throws DomainException {@code not_found} when an administrator has deleted it meanwhile
   */
  UserConnection locked(UUID id) {
    try {
      UserConnection found = database.find(UserConnection.class, id);
      database.refresh(found, LockModeType.PESSIMISTIC_WRITE);
      return found;
    } catch (EntityNotFoundException e) {
      throw new DomainException(CommonCode.NOT_FOUND);
    }
  }

  /** The newest relation between a sender and a receiver, ended or not. */
  Optional<UUID> newest(UUID sender, UUID receiver) {
    return first(NEWEST, sender, receiver).map(UUID.class::cast);
  }

  void add(UserConnection connection) {
    database.persist(connection);
    database.flush();
  }

  void flush() {
    database.flush();
  }

  boolean blocks(UUID blocker, UUID blocked) {
    return first("select 1 from block where blocker_id = ? and blocked_id = ?", blocker, blocked)
        .isPresent();
  }

  /** The pending requests whose time has come, the longest due first. */
  List<UUID> due(Instant now, int most) {
    return ids(query(DUE, Timestamp.from(now), most));
  }

  /**
   * When fewer than so many of a sender's requests will be pending by expiring alone, in the order
   * in which they were sent, if there are as many now; {@code never} for what does not expire.
   */
  Optional<Instant> fewerPending(UUID sender, int many, Instant never) {
    return first(PENDING_ENDS, sender, Timestamp.from(never), many)
        .map(end -> ((Timestamp) end).toInstant());
  }

  /** When the request before the newest so many was sent, if that was later than an instant. */
  Optional<Instant> sentBefore(UUID sender, int newest, Instant since) {
    return first(SENT_SINCE, sender, lowestId(since), Timestamp.from(since), newest)
        .map(at -> ((Timestamp) at).toInstant());
  }

  /** Ids begin with their milliseconds, so those of an instant and later are not below this one. */
  static UUID lowestId(Instant from) {
    return new UUID(from.toEpochMilli() << 16, 0);
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

  /** These relations, newest first. */
  List<UserConnection> byIds(List<UUID> ids) {
    List<UserConnection> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += IN_ONE_QUERY) {
      found.addAll(
          database
              .createQuery(
                  "select c from UserConnection c where c.id in :ids", UserConnection.class)
              .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + IN_ONE_QUERY)))
              .getResultList());
    }
    found.sort(Comparator.comparing((UserConnection c) -> c.id().toString()).reversed());
    return found;
  }

  /** The live relations of a user, newest first. */
  List<UserConnection> liveOf(UUID user) {
    return byIds(ids(query(LIVE_OF, user)));
  }

  /** All relations of a user, ended ones too, newest first. */
  List<UserConnection> allOf(UUID user) {
    return byIds(ids(query(ALL_OF, user)));
  }

  private static List<UUID> ids(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(UUID.class::cast).toList();
  }

  private Optional<Object> first(String sql, Object... values) {
    List<?> rows = query(sql, values).getResultList();
    return rows.stream().findFirst().map(Object.class::cast);
  }

  private Query query(String sql, Object... values) {
    Query query = database.createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query;
  }
}
