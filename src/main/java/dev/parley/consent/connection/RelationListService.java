package dev.parley.consent.connection;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Input;
import dev.parley.base.request.Paging;
import dev.parley.identity.account.AccountListService;
import dev.parley.identity.account.AccountOrder;
import dev.parley.identity.account.AccountRecord;
import dev.parley.identity.account.Profile;
import dev.parley.identity.account.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All relations, for administrators, by when they changed last. */
@ApplicationScoped
@Transactional
public class RelationListService {
  /** A search looks at the relations of so many people whose name matches. */
  private static final int PEOPLE = 50;

  private static final Instant BEGINNING = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  // Which index is best depends on what is looked for.
  private static final String WITH_VALUES =
      "select set_config('plan_cache_mode', 'force_custom_plan', true)";

  @PersistenceContext private EntityManager database;
  @Inject private AccountListService accounts;
  @Inject private ConnectionRepository relations;
  @Inject private Profiles profiles;

  /**
   * Which relations are wanted; what is null does not matter.
   *
   * @param q a part of the name of one of the two
   * @param from when it changed last, at the earliest
   * @param to when it changed last, before this
   */
  public record RelationFilter(String q, String status, Instant from, Instant to) {
    /**
     * Checks the status.
     *
     * @throws DomainException {@code bad_request}
     */
    public static RelationFilter of(String q, String status, Instant from, Instant to) {
      if (status != null
          && Stream.of(ConnectionStatus.values()).noneMatch(s -> s.word().equals(status))) {
        throw new DomainException(CommonCode.BAD_REQUEST, "There is no status " + status + ".");
      }
      return new RelationFilter(q, status, from, to);
    }
  }

  /** A page of relations, one more when there are more. */
  public List<RelationRecord> page(RelationFilter wanted, boolean newestFirst, Paging paging) {
    RelationCursor after = paging.after(RelationCursor::read);
    database.createNativeQuery(WITH_VALUES).getSingleResult();
    Query query =
        database
            .createNativeQuery(statement(wanted, newestFirst, after != null))
            .setParameter(1, paging.limit() + 1)
            .setParameter(2, Timestamp.from(Objects.requireNonNullElse(wanted.from(), BEGINNING)))
            .setParameter(3, Timestamp.from(Objects.requireNonNullElse(wanted.to(), END)));
    if (after != null) {
      query.setParameter(4, Timestamp.from(after.changed())).setParameter(5, after.id());
    }
    if (wanted.q() != null) {
      query.setParameter(6, people(wanted.q()));
    }
    List<?> rows = query.getResultList();
    return records(rows.stream().map(row -> (UUID) ((Object[]) row)[0]).toList());
  }

  /** The people whose name contains it, the one who is called exactly so among them. */
  private String people(String q) {
    Set<UUID> found = new LinkedHashSet<>();
    profiles.byUsername(q).map(Profile::id).ifPresent(found::add);
    accounts
        .page(
            new AccountListService.AccountFilter(q, null, null),
            AccountOrder.USERNAME,
            new Paging(PEOPLE - 1, null))
        .stream()
        .map(AccountRecord::id)
        .forEach(found::add);
    return found.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  /**
   * Reads a page's ids: each status, and each side of a person, has its own part in the order of an
   * index.
   */
  static String statement(RelationFilter wanted, boolean newestFirst, boolean further) {
    String direction = newestFirst ? " desc" : "";
    String order = " order by updated_at" + direction + ", id" + direction + " limit ?1";
    String when =
        " and updated_at >= ?2 and updated_at < ?3"
            + (further ? " and (updated_at, id) " + (newestFirst ? "<" : ">") + " (?4, ?5)" : "");
    Stream<String> statuses =
        wanted.status() == null
            ? Stream.of(ConnectionStatus.values()).map(ConnectionStatus::word)
            : Stream.of(wanted.status());
    return statuses
            .flatMap(status -> parts(status, wanted.q() != null, when + order))
            .collect(Collectors.joining(" union ", "select id, updated_at from (", ") as found"))
        + order;
  }

  private static Stream<String> parts(String status, boolean ofPeople, String rest) {
    String select = "select id, updated_at from user_connection where status = '" + status + "'";
    return ofPeople
        ? Stream.of("sender_id", "receiver_id")
            .map(
                side ->
                    "(select c.id, c.updated_at from unnest(cast(string_to_array(?6, ',') as uuid[])) as p (person)"
                        + " cross join lateral (%s and %s = p.person%s) as c)"
                            .formatted(select, side, rest))
        : Stream.of("(" + select + rest + ")");
  }

  /** What a cursor names a relation by. */
  public static String place(RelationRecord relation) {
    return relation.updatedAt() + "|" + relation.id();
  }

  /** One relation of any two people. */
  public Optional<RelationRecord> one(UUID id) {
    return records(List.of(id)).stream().findFirst();
  }

  /** These relations in this order. */
  private List<RelationRecord> records(List<UUID> ids) {
    Map<UUID, UserConnection> found =
        relations.byIds(ids).stream()
            .collect(Collectors.toMap(UserConnection::id, Function.identity()));
    Map<UUID, Profile> people =
        profiles.byIds(
            found.values().stream()
                .flatMap(one -> Stream.of(one.sender(), one.receiver()))
                .collect(Collectors.toSet()));
    return ids.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(one -> one.record(people.get(one.sender()), people.get(one.receiver())))
        .toList();
  }

  /** Where a page begins. */
  private record RelationCursor(Instant changed, UUID id) {
    static RelationCursor read(String cursor) {
      try {
        String[] parts = cursor.split("\\|", 2);
        return new RelationCursor(Input.moment(parts[0]), UUID.fromString(parts[parts.length - 1]));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }
}
