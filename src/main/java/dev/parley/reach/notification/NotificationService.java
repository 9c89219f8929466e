package dev.parley.reach.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.journal.Journal;
import dev.parley.identity.account.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.json.bind.Jsonb;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Keeps the bell list. */
@ApplicationScoped
@Transactional
public class NotificationService {
  /**
   * Observers of what happens between people come after those of other chapters, as notifications
   * are locked after connections, conversations and messages.
   */
  static final int AFTER_OTHERS = Interceptor.Priority.LIBRARY_AFTER;

  private static final String MENTIONED_UP_TO =
      " and n.kind = 'message.mentioned' and exists (select 1 from message m"
          + " where m.id = n.subject_id and m.conversation_id = ?3 and m.seq <= ?4)";
  private static final String THESE = " and n.id = any (cast(string_to_array(?3, ',') as uuid[]))";
  private static final String SETTLE_MESSAGE =
      inOrder(
          "n.subject_id = ?1 and n.read_at is null and n.kind = 'message.mentioned'"
              + " and n.user_id <> all (cast(string_to_array(?3, ',') as uuid[]))",
          "read_at = ?2",
          "n.user_id, n.id");
  private static final String LOCK_OF =
      "select id from notification where user_id = ?1 or other_id = ?1" + " order by id for update";
  private static final String FORGET_NAME =
      inOrder(
          "n.other_id = ?1",
          "other_name = null, read_at = coalesce(read_at, ?2)",
          "n.user_id, n.id");

  static final String VIEW =
      "select n.id, n.kind, n.subject_id, n.created_at, n.read_at, u.username, n.other_name, m.conversation_id"
          + " from notification n left join users u on u.id = n.other_id"
          + " left join message m on n.kind = 'message.mentioned' and m.id = n.subject_id"
          + " where n.user_id = ?1";

  private static final String MENTIONED = "message.mentioned";
  private static final String TELL =
      "insert into notification (id, user_id, kind, subject_id, other_id, created_at, other_name)"
          + " select ?, ?, ?, ?, u.id, ?, u.display_name from users u where u.id = ?"
          + " and not exists (select 1 from block b where b.blocker_id = ? and b.blocked_id = u.id)"
          + " on conflict (user_id, subject_id) where kind = 'message.mentioned' do nothing"
          + " returning (select username from users where id = other_id), other_name";

  @PersistenceContext private EntityManager database;
  @Inject private Journal journal;
  @Inject private Jsonb jsonb;
  @Inject private Profiles profiles;
  @Inject private Clock clock;
  @Inject private Event<NotificationCreated> created;

  /**
   * Tells a user of something about a relation with somebody, or once of a message that names them,
   * unless they have switched that kind off or block that somebody.
   */
  void tell(UUID user, String kind, UUID connection, UUID other) {
    if (!profiles.settings(user).map(settings -> settings.wants(kind)).orElse(false)) {
      return;
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Instant now = clock.instant();
    List<?> told =
        database
            .createNativeQuery(TELL)
            .setParameter(1, id)
            .setParameter(2, user)
            .setParameter(3, kind)
            .setParameter(4, connection)
            .setParameter(5, Timestamp.from(now))
            .setParameter(6, other)
            .setParameter(7, user)
            .getResultList();
    told.forEach(names -> tell(user, id, kind, connection, now, (Object[]) names));
  }

  private void tell(UUID user, UUID id, String kind, UUID connection, Instant now, Object[] names) {
    journal.append(user, "notification.created", id, shown(id, kind, connection, now, names));
    created.fire(
        new NotificationCreated(user, id, kind, text(kind, (String) names[1]), (String) names[0]));
  }

  /**
   * What an entry about a relation shows from the first, as JSON; one about a message has to be
   * read.
   */
  private String shown(UUID id, String kind, UUID connection, Instant now, Object[] names) {
    if (kind.equals(MENTIONED)) {
      return null;
    }
    String name = (String) names[1];
    NotificationView.About about = about(connection, null, (String) names[0], name);
    return jsonb.toJson(new NotificationView(id, kind, text(kind, name), about, now, null));
  }

  /** A request needs no noticing any more. */
  void settle(UUID user, UUID connection) {
    read(user, " and n.kind = 'connection.requested' and n.subject_id = ?3", connection);
  }

  /** Messages that were read need no noticing any more. */
  void settleMentions(UUID user, UUID conversation, long seq) {
    read(
        user,
        markRead(MENTIONED_UP_TO),
        query -> query.setParameter(3, conversation).setParameter(4, seq));
  }

  /** Mentions by a person that a user blocks now need no noticing any more. */
  void settleMentionsBy(UUID user, UUID blocked) {
    read(user, " and kind = 'message.mentioned' and other_id = ?3", blocked);
  }

  /** A record of a relation is gone, and nothing about it needs noticing any more. */
  void settleRelation(UUID connection) {
    tellChanged(
        change(
            connection,
            "update notification set read_at = ?2 where subject_id = ?1 and read_at is null"
                + " and kind like 'connection.%' returning user_id, id"));
  }

  /** A message needs no noticing any more, but by the users that it still names. */
  void settleMessage(UUID message, Collection<UUID> stillNamed) {
    tellChanged(change(message, SETTLE_MESSAGE).setParameter(3, joined(stillNamed)));
  }

  /** Locks the entries of a user who leaves, and those about them. */
  void lockOf(UUID leaving) {
    database.createNativeQuery(LOCK_OF).setParameter(1, leaving).getResultList();
  }

  /** Somebody's account goes: what is in other people's lists about them names them no longer. */
  void forgetNameOf(UUID leaving) {
    tellChanged(change(leaving, FORGET_NAME));
  }

  private Query change(UUID what, String sql) {
    return database
        .createNativeQuery(sql)
        .setParameter(1, what)
        .setParameter(2, Timestamp.from(clock.instant()));
  }

  private void tellChanged(Query change) {
    List<?> changed = change.getResultList();
    changed.stream()
        .map(Object[].class::cast)
        .sorted(Comparator.comparing(row -> row[1].toString()))
        .forEach(row -> journal.append((UUID) row[0], "notification.read", (UUID) row[1]));
  }

  /** Marks everything up to an entry read. */
  public void readUpTo(UUID user, UUID last) {
    read(user, " and n.id <= ?3", last);
  }

  /** Marks these entries read. */
  public void read(UUID user, Collection<UUID> ids) {
    read(user, markRead(THESE), query -> query.setParameter(3, joined(ids)));
  }

  private void read(UUID user, String which, UUID what) {
    read(user, markRead(which), query -> query.setParameter(3, what));
  }

  private void read(UUID user, String sql, Consumer<Query> which) {
    Query query = change(user, sql);
    which.accept(query);
    List<?> read = query.getResultList();
    read.stream()
        .map(UUID.class::cast)
        .sorted(Comparator.comparing(UUID::toString))
        .forEach(id -> journal.append(user, "notification.read", id));
  }

  static String markRead(String which) {
    return inOrder("n.user_id = ?1 and n.read_at is null" + which, "read_at = ?2", "n.id");
  }

  /** Changes entries that are locked in the order of their ids, as by everybody else. */
  private static String inOrder(String which, String change, String returned) {
    return "with locked as (select n.id from notification n where "
        + which
        + " order by n.id for no key update) update notification n set "
        + change
        + " from locked where n.id = locked.id returning "
        + returned;
  }

  /** Forgets the whole bell list of a user who leaves. */
  void forget(UUID user) {
    database
        .createNativeQuery("delete from notification where user_id = ?1")
        .setParameter(1, user)
        .executeUpdate();
  }

  /** The bell list, newest first, after an entry. */
  public List<NotificationView> list(UUID user, UUID after, int limit) {
    Query query =
        database
            .createNativeQuery(page(after != null))
            .setParameter(1, user)
            .setParameter(2, limit);
    if (after != null) {
      query.setParameter(3, after);
    }
    return views(query);
  }

  static String page(boolean further) {
    return VIEW + (further ? " and n.id < ?3" : "") + " order by n.id desc limit ?2";
  }

  /** These entries of a user. */
  List<NotificationView> these(UUID user, Collection<UUID> ids) {
    return views(
        database
            .createNativeQuery(VIEW + " and n.id = any (cast(string_to_array(?2, ',') as uuid[]))")
            .setParameter(1, user)
            .setParameter(2, joined(ids)));
  }

  private static String joined(Collection<UUID> ids) {
    return String.join(",", ids.stream().map(UUID::toString).toList());
  }

  private static List<NotificationView> views(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> view((Object[]) row)).toList();
  }

  private static NotificationView view(Object[] row) {
    String kind = (String) row[1];
    String name = row[6] == null ? "Deleted user" : (String) row[6];
    return new NotificationView(
        (UUID) row[0],
        kind,
        text(kind, name),
        about((UUID) row[2], (UUID) row[7], (String) row[5], name),
        instant(row[3]),
        instant(row[4]));
  }

  private static NotificationView.About about(
      UUID subject, UUID conversation, String username, String name) {
    return conversation == null
        ? new NotificationView.About(subject, null, null, username, name)
        : new NotificationView.About(null, conversation, subject, username, name);
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }

  static String text(String kind, String name) {
    return switch (kind) {
      case "connection.requested" -> name + " wants to connect with you";
      case "connection.approved" -> "You and " + name + " are connected";
      case "connection.rejected" -> name + " declined your connection request";
      case "message.mentioned" -> name + " mentioned you";
      default -> name;
    };
  }
}
