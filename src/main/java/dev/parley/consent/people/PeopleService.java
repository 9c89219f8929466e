package dev.parley.consent.people;

import dev.parley.base.request.Input;
import dev.parley.base.request.Paging;
import dev.parley.consent.connection.BlockService;
import dev.parley.consent.connection.ConnectionCode;
import dev.parley.consent.connection.RequestRules;
import dev.parley.consent.person.PersonView;
import dev.parley.consent.person.PersonViews;
import dev.parley.consent.person.UserLookup;
import dev.parley.identity.account.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The directory and the four lists, and why somebody can or cannot be reached. */
@ApplicationScoped
@Transactional
public class PeopleService {
  private static final int QUERY_LENGTH = 100;
  static final String SENT =
      "select receiver_id from user_connection where sender_id = ?1 and status = 'pending' order by id desc limit 1000";
  static final String RECEIVED =
      "select sender_id from user_connection where receiver_id = ?1 and status = 'pending' and not quiet"
          + " order by id desc limit 1000";
  static final String MUTUAL =
      """
      select other from (
        (select id, receiver_id as other from user_connection where sender_id = ?1 and status = 'approved'
         order by id desc limit 1000)
        union all
        (select id, sender_id from user_connection where receiver_id = ?1 and status = 'approved' and not quiet
         order by id desc limit 1000)) as friend
      order by id desc limit 1000
      """;
  static final String EVERYBODY =
      "select u.username from users u where u.enabled and u.id <> ?1"
          + Directory.NOT_HIDING
          + " and (u.discoverable or exists (select 1 from user_connection c where c.status in ('pending', 'approved')"
          + " and least(c.sender_id, c.receiver_id) = least(u.id, ?1)"
          + " and greatest(c.sender_id, c.receiver_id) = greatest(u.id, ?1)))"
          + " order by u.username limit 1000";

  @PersistenceContext private EntityManager database;
  @Inject private PersonViews persons;
  @Inject private Directory directory;
  @Inject private UserLookup names;
  @Inject private RequestRules rules;
  @Inject private BlockService blocks;

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

  /** A page of people who were found, in the order of usernames. */
  public record FoundPeople(List<PersonView> items, String next) {}

  /** Whether somebody can be reached, and if not, why. */
  public record Reachability(boolean canRequest, boolean canMessage, List<Obstacle> reasons) {}

  /** One thing that is in the way, and from when on it is not any more, if that is known. */
  public record Obstacle(String code, String message, Instant retryAt) {}

  /** The four lists; {@code q} searches the directory, the paging is the directory's. */
  public PeopleLists lists(UUID viewer, String q, Paging paging) {
    Directory.Page found = directory.page(viewer, Input.query(q, QUERY_LENGTH), paging);
    return new PeopleLists(
        seen(viewer, found.people()),
        seen(viewer, ids(SENT, viewer)),
        seen(viewer, ids(RECEIVED, viewer)),
        seen(viewer, ids(MUTUAL, viewer)),
        found.next());
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
        names(viewer, EVERYBODY),
        names(viewer, named(SENT)),
        names(viewer, named(RECEIVED)),
        names(viewer, named(MUTUAL)));
  }

  static String named(String ids) {
    return "select (select u.username from users u where u.id = listed.id) as username from ("
        + ids
        + ") as listed (id) order by username";
  }

  private List<String> names(UUID viewer, String sql) {
    List<?> rows = database.createNativeQuery(sql).setParameter(1, viewer).getResultList();
    return rows.stream().map(String.class::cast).toList();
  }

  /** Somebody by name, as the viewer sees them. */
  public PersonView one(UUID viewer, String username) {
    UUID id = names.person(viewer, username).id();
    return persons.seenBy(viewer, List.of(id)).get(id);
  }

  /** These people, in this order, as the viewer sees them. */
  public List<PersonView> these(UUID viewer, List<UUID> ids) {
    return seen(viewer, ids);
  }

  /**
   * A page of the people that the viewer may find by a part of a name: everybody discoverable and
   * their own connections.
   */
  public FoundPeople find(UUID viewer, String q, Paging paging) {
    Directory.Page found = directory.acquaintances(viewer, q, paging);
    return new FoundPeople(seen(viewer, found.people()), found.next());
  }

  /** Whether the viewer can request or message somebody, and the reasons why not. */
  public Reachability reachability(UUID viewer, String username) {
    Profile other = names.person(viewer, username);
    PersonView seen = persons.seenBy(viewer, List.of(other.id())).get(other.id());
    boolean connected = seen.connection().equals("connected") && other.enabled();
    List<Obstacle> reasons = new ArrayList<>();
    if (other.id().equals(viewer)) {
      reasons.add(reason(ConnectionCode.CANNOT_CONNECT_TO_YOURSELF));
    } else if (blocks.isBlocked(viewer, other.id())) {
      reasons.add(reason(ConnectionCode.BLOCKED_BY_YOU));
    } else if (!other.enabled()) {
      reasons.add(reason(ConnectionCode.ACCOUNT_SWITCHED_OFF));
    } else {
      reasons.addAll(against(viewer, other, seen.connection()));
    }
    return new Reachability(reasons.isEmpty(), connected, reasons);
  }

  private List<Obstacle> against(UUID viewer, Profile other, String relation) {
    return switch (relation) {
      case "connected" -> List.of(reason("already_connected", "You are connected."));
      case "sent" -> List.of(reason("request_pending", "Your request waits for an answer."));
      case "received" -> List.of();
      default ->
          rules.refusals(viewer, other).stream()
              .map(
                  e ->
                      new Obstacle(
                          e.code().word(),
                          e.code().title(),
                          (Instant) e.members().get(RequestRules.RETRY_AT)))
              .toList();
    };
  }

  private static Obstacle reason(ConnectionCode code) {
    return reason(code.word(), code.title());
  }

  private static Obstacle reason(String code, String message) {
    return new Obstacle(code, message, null);
  }
}
