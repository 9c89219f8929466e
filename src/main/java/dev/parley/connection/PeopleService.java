package dev.parley.connection;

import dev.parley.account.Profile;
import dev.parley.caller.Input;
import dev.parley.caller.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The directory and the four lists, and why somebody can or cannot be reached. */
@ApplicationScoped
@Transactional
public class PeopleService {
  private static final int MOST_LISTED = 1000;
  private static final int QUERY_LENGTH = 100;
  private static final String AVAILABLE =
      """
      from users u where u.enabled and u.discoverable and u.id <> ?1
        and not exists (select 1 from block b where b.blocker_id = u.id and b.blocked_id = ?1)
        and not exists (select 1 from user_connection c where c.status in ('pending', 'approved')
          and least(c.sender_id, c.receiver_id) = least(u.id, ?1)
          and greatest(c.sender_id, c.receiver_id) = greatest(u.id, ?1))
      """;
  private static final String SENT =
      "select receiver_id from user_connection where sender_id = ?1 and status = 'pending' order by id desc limit 1000";
  private static final String RECEIVED =
      "select sender_id from user_connection where receiver_id = ?1 and status = 'pending' and not quiet"
          + " order by id desc limit 1000";
  private static final String MUTUAL =
      "select case when sender_id = ?1 then receiver_id else sender_id end from user_connection"
          + " where (sender_id = ?1 or receiver_id = ?1) and status = 'approved' order by id desc limit 1000";

  @PersistenceContext private EntityManager database;
  @Inject private Persons persons;
  @Inject private ConnectionService connections;
  @Inject private RequestRules rules;
  @Inject private Relations relations;

  /** The four lists. */
  public record PeopleLists(
      List<PersonView> users,
      List<PersonView> sentRequests,
      List<PersonView> pendingRequests,
      List<PersonView> mutualConnections,
      String next) {}

  /** The four lists as the original demo has them: usernames. */
  public record NameLists(
      List<String> users,
      List<String> sentRequests,
      List<String> pendingRequests,
      List<String> mutualConnections) {}

  /** Whether somebody can be reached, and if not, why. */
  public record Reachability(boolean canRequest, boolean canMessage, List<Reason> reasons) {}

  /** One reason why not. */
  public record Reason(String code, String message) {}

  /** The four lists; {@code q} searches the directory, the paging is the directory's. */
  public PeopleLists lists(UUID viewer, String q, Paging paging) {
    List<Object[]> found = directory(viewer, Input.text(q, QUERY_LENGTH, "q").strip(), paging);
    return new PeopleLists(
        seen(viewer, paging.page(found).stream().map(row -> (UUID) row[0]).toList()),
        seen(viewer, ids(SENT, viewer)),
        seen(viewer, ids(RECEIVED, viewer)),
        seen(viewer, ids(MUTUAL, viewer)),
        paging.next(found, row -> row[1]));
  }

  private List<Object[]> directory(UUID viewer, String q, Paging paging) {
    String sql =
        "select u.id, u.username "
            + AVAILABLE
            + (q.isEmpty() ? "" : " and (u.username || ' ' || lower(u.display_name)) like ?2")
            + (paging.after() == null ? "" : " and u.username > ?3")
            + " order by u.username limit ?4";
    Query query =
        database.createNativeQuery(sql).setParameter(1, viewer).setParameter(4, paging.limit() + 1);
    if (!q.isEmpty()) {
      query.setParameter(
          2, "%" + q.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
    if (paging.after() != null) {
      query.setParameter(3, paging.after());
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  private List<UUID> ids(String sql, UUID viewer) {
    List<?> rows = database.createNativeQuery(sql).setParameter(1, viewer).getResultList();
    return rows.stream().map(UUID.class::cast).toList();
  }

  private List<PersonView> seen(UUID viewer, List<UUID> ids) {
    return new ArrayList<>(persons.seenBy(viewer, ids).values());
  }

  /** The lists of the original demo, at most 1,000 names each. */
  public NameLists names(UUID viewer) {
    return new NameLists(
        names(
            viewer,
            "select u.username from users u where u.enabled and u.id <> ?1"
                + " and not exists (select 1 from block b where b.blocker_id = u.id and b.blocked_id = ?1)"
                + " and (u.discoverable or exists (select 1 from user_connection c where c.status in ('pending', 'approved')"
                + " and least(c.sender_id, c.receiver_id) = least(u.id, ?1)"
                + " and greatest(c.sender_id, c.receiver_id) = greatest(u.id, ?1)))"
                + " order by u.username limit "
                + MOST_LISTED),
        names(viewer, named(SENT)),
        names(viewer, named(RECEIVED)),
        names(viewer, named(MUTUAL)));
  }

  private static String named(String ids) {
    return "select u.username from ("
        + ids
        + ") as listed (id) join users u on u.id = listed.id order by u.username";
  }

  private List<String> names(UUID viewer, String sql) {
    List<?> rows = database.createNativeQuery(sql).setParameter(1, viewer).getResultList();
    return rows.stream().map(String.class::cast).toList();
  }

  /** Somebody by name, as the viewer sees them. */
  public PersonView one(UUID viewer, String username) {
    UUID id = connections.personId(username);
    return persons.seenBy(viewer, List.of(id)).get(id);
  }

  /** These people, in this order, as the viewer sees them. */
  public List<PersonView> these(UUID viewer, List<UUID> ids) {
    return seen(viewer, ids);
  }

  /** Whether the viewer can request or message somebody, and the reasons why not. */
  public Reachability reachability(UUID viewer, String username) {
    Profile other = connections.person(username);
    PersonView seen = persons.seenBy(viewer, List.of(other.id())).get(other.id());
    boolean connected = seen.connection().equals("connected");
    List<Reason> reasons = new ArrayList<>();
    if (other.id().equals(viewer)) {
      reasons.add(reason(ConnectionCode.CANNOT_CONNECT_TO_YOURSELF));
    } else if (relations.blocks(viewer, other.id())) {
      reasons.add(reason(ConnectionCode.BLOCKED_BY_YOU));
    } else {
      reasons.addAll(against(viewer, other, seen.connection()));
    }
    return new Reachability(reasons.isEmpty(), connected, reasons);
  }

  private List<Reason> against(UUID viewer, Profile other, String relation) {
    return switch (relation) {
      case "connected" -> List.of(new Reason("already_connected", "You are connected."));
      case "sent" -> List.of(new Reason("request_pending", "Your request waits for an answer."));
      case "received" -> List.of();
      default ->
          rules.refusals(viewer, other).stream()
              .map(e -> new Reason(e.code().word(), e.code().title()))
              .toList();
    };
  }

  private static Reason reason(ConnectionCode code) {
    return new Reason(code.word(), code.title());
  }

  /** The relation lists' ids, for one page of {@code connections/}. */
  List<UUID> connectionIds(UUID viewer, String status, String direction, UUID after, int limit) {
    StringBuilder sql = new StringBuilder("select id from (");
    List<String> sides = new ArrayList<>();
    if (!"received".equals(direction)) {
      sides.add(side("sender_id", "ignored".equals(status) ? "false" : status(status, "true")));
    }
    if (!"sent".equals(direction)) {
      sides.add(
          side(
              "receiver_id",
              "ignored".equals(status)
                  ? "status = 'pending' and quiet"
                  : status(status, "not quiet")));
    }
    sql.append(String.join(" union all ", sides)).append(") as found order by id desc limit ?2");
    Query query =
        database
            .createNativeQuery(sql.toString())
            .setParameter(1, viewer)
            .setParameter(2, limit)
            .setParameter(
                3, after == null ? "ffffffff-ffff-ffff-ffff-ffffffffffff" : after.toString());
    List<?> rows = query.getResultList();
    return rows.stream().map(UUID.class::cast).toList();
  }

  private static String status(String status, String whenPending) {
    if (status == null) {
      return "true";
    }
    return "status = '"
        + Status.of(status).word()
        + "'"
        + (status.equals("pending") ? " and " + whenPending : "");
  }

  private static String side(String column, String condition) {
    return "(select id from user_connection where "
        + column
        + " = ?1 and id < cast(?3 as uuid) and "
        + condition
        + " order by id desc limit ?2)";
  }
}
