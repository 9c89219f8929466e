package dev.parley.identity.account;

import dev.parley.base.problem.DomainException;
import dev.parley.base.request.FoldedText;
import dev.parley.base.request.Input;
import dev.parley.base.request.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** Lists all accounts that were not deleted, for administrators, in pages that cost the same. */
@ApplicationScoped
@Transactional
public class AccountListService {
  private static final String COLUMNS =
      "select u.id, u.username, u.display_name, u.avatar_key, u.roles, u.enabled, u.disabled_reason,"
          + " u.created_at, u.last_sign_in_at, u.version from users u where u.deleted_at is null";
  private static final String MATCHING = " and u.folded_names like ?2";

  // Which index is best depends on what is looked for.
  private static final String WITH_VALUES =
      "select set_config('plan_cache_mode', 'force_custom_plan', true)";

  @PersistenceContext private EntityManager database;

  /**
   * Which accounts are wanted; what is null does not matter.
   *
   * @param q a part of a username or display name, folded
   * @param admin whether they administer
   */
  public record AccountFilter(String q, Boolean enabled, Boolean admin) {}

  /** A page of accounts, one more when there are more. */
  public List<AccountRecord> page(AccountFilter wanted, AccountOrder order, Paging paging) {
    AccountCursor after = paging.after(key -> AccountCursor.read(key, order));
    database.createNativeQuery(WITH_VALUES).getSingleResult();
    Query query =
        database
            .createNativeQuery(statement(wanted, order, after != null))
            .setParameter(1, paging.limit() + 1);
    if (wanted.q() != null) {
      query.setParameter(2, FoldedText.pattern(wanted.q()));
    }
    if (after != null) {
      query.setParameter(3, after.key());
      if (!order.isByName()) {
        query.setParameter(4, after.id());
      }
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> read((Object[]) row)).toList();
  }

  static String statement(AccountFilter wanted, AccountOrder order, boolean further) {
    return COLUMNS
        + (wanted.q() == null ? "" : MATCHING)
        + (wanted.enabled() == null
            ? ""
            : wanted.enabled() ? " and u.enabled" : " and not u.enabled")
        + (wanted.admin() == null
            ? ""
            : " and u.roles = " + (wanted.admin() ? "'user admin'" : "'user'"))
        + (further ? order.further() : "")
        + order.clause()
        + " limit ?1";
  }

  /** What a cursor names an account by. */
  public static String place(AccountRecord account, AccountOrder order) {
    if (order.isByName()) {
      return account.username();
    }
    boolean byAge = order == AccountOrder.CREATED_AT || order == AccountOrder.CREATED_AT_DOWN;
    Instant key = byAge ? account.createdAt() : account.lastSignInAt();
    return (key == null ? Instant.EPOCH : key) + "|" + account.id();
  }

  /**
   * The account of that name.
   *
   * @throws DomainException {@code unknown_user}
   */
  public AccountRecord byUsername(String username) {
    String folded = Username.fold(username);
    List<?> rows =
        Username.isOne(folded)
            ? database
                .createNativeQuery(COLUMNS + " and u.username = ?1")
                .setParameter(1, folded)
                .getResultList()
            : List.of();
    return rows.stream()
        .findFirst()
        .map(row -> read((Object[]) row))
        .orElseThrow(() -> new DomainException(AccountCode.UNKNOWN_USER));
  }

  private static AccountRecord read(Object[] row) {
    return new AccountRecord(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        Profile.avatarUrl((String) row[3]),
        "user admin".equals(row[4]),
        (Boolean) row[5],
        (String) row[6],
        ((Timestamp) row[7]).toInstant(),
        row[8] == null ? null : ((Timestamp) row[8]).toInstant(),
        ((Number) row[9]).longValue());
  }

  /** Where a page begins. */
  private record AccountCursor(String key, UUID id) {
    static AccountCursor read(String cursor, AccountOrder order) {
      if (order.isByName()) {
        return new AccountCursor(cursor, null);
      }
      try {
        String[] parts = cursor.split("\\|", 2);
        return new AccountCursor(
            Input.moment(parts[0]).toString(), UUID.fromString(parts[parts.length - 1]));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }
}
