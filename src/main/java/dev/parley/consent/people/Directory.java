package dev.parley.consent.people;

import dev.parley.base.request.FoldedText;
import dev.parley.base.request.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;

/**
 * Finds the people that a user can find: discoverable, in no live relation to them, not blocking
 * them. One or two characters are no key to the index of names: for them a stretch of the directory
 * is read, and the next one with the next page.
 */
@ApplicationScoped
class Directory {
  /** How many people are looked at for a page when the index of names does not help. */
  static final int STRETCH = 2_000;

  /**
   * Who blocks somebody hides from them, but not while a request of theirs is pending: that it is
   * blocked and not just unanswered must not show.
   */
  static final String NOT_HIDING =
      " and (not exists (select 1 from block b where b.blocker_id = u.id and b.blocked_id = ?1)"
          + " or exists (select 1 from user_connection c where c.status = 'pending'"
          + " and c.sender_id = ?1 and c.receiver_id = u.id)) ";

  static final String END_OF_STRETCH =
      "select u.username from users u where u.enabled and u.discoverable and u.username > ?1"
          + " order by u.username offset ?2 limit 1";
  private static final String UP_TO_END = " and u.username <= ?5";
  private static final int KEY_LENGTH = 3;
  private static final String AVAILABLE =
      """
      select u.id, u.username from users u where u.enabled and u.discoverable and u.id <> ?1
        and not exists (select 1 from block b where b.blocker_id = u.id and b.blocked_id = ?1)
        and not exists (select 1 from user_connection c where c.status in ('pending', 'approved')
          and least(c.sender_id, c.receiver_id) = least(u.id, ?1)
          and greatest(c.sender_id, c.receiver_id) = greatest(u.id, ?1))
      """;
  private static final String NAMES = "u.folded_names";

  /** The same names, but none of the index, which would be read whole for what is no key to it. */
  private static final String NAMES_WITHOUT_INDEX = "(" + NAMES + " || '')";

  /** Everybody discoverable whatever the relation, and connections who are not discoverable too. */
  private static final String ACQUAINTANCES =
      """
      select id, username from (
        (select u.id, u.username from users u where u.enabled and u.discoverable and u.id <> ?1
          %3$s and %2$s like ?2 and u.username > ?3 %1$s order by u.username limit ?4)
        union
        (select u.id, u.username from (
            select receiver_id as id from user_connection where sender_id = ?1 and status = 'approved'
            union all
            select sender_id from user_connection where receiver_id = ?1 and status = 'approved') as mine
          join users u on u.id = mine.id where u.enabled
          and %2$s like ?2 and u.username > ?3 %1$s order by u.username limit ?4)) as found
      order by username limit ?4
      """;

  // Which index finds a part of a name depends on the part.
  private static final String WITH_VALUES =
      "select set_config('plan_cache_mode', 'force_custom_plan', true)";

  @PersistenceContext private EntityManager database;

  /**
   * People in the order of usernames.
   *
   * @param next the cursor of the next page, or null
   */
  record Page(List<UUID> people, String next) {}

  private record Entry(UUID id, String username) {
    static Entry of(Object row) {
      return new Entry((UUID) ((Object[]) row)[0], (String) ((Object[]) row)[1]);
    }
  }

  /** A page of those who are available to the viewer, or of those of them who match. */
  Page page(UUID viewer, String q, Paging paging) {
    String end = endOfStretch(q, paging);
    return page(statement(q, paging.after() != null, end != null), viewer, q, paging, end);
  }

  /** A page of the people that the viewer may find by a part of a name. */
  Page acquaintances(UUID viewer, String q, Paging paging) {
    String end = endOfStretch(q, paging);
    return page(acquaintances(q, end != null), viewer, q, paging, end);
  }

  private Page page(String sql, UUID viewer, String q, Paging paging, String end) {
    Query query =
        database.createNativeQuery(sql).setParameter(1, viewer).setParameter(4, paging.limit() + 1);
    if (!q.isEmpty()) {
      planWithValues();
      query.setParameter(2, FoldedText.pattern(q));
    }
    if (sql.contains("?3")) {
      query.setParameter(3, paging.after() == null ? "" : paging.after());
    }
    if (end != null) {
      query.setParameter(5, end);
    }
    List<?> rows = query.getResultList();
    List<Entry> found = rows.stream().map(Entry::of).toList();
    String next = paging.next(found, Entry::username);
    return new Page(
        paging.page(found).stream().map(Entry::id).toList(),
        next == null && end != null ? Paging.cursor(end) : next);
  }

  /** Where the page must end because no index leads to what is looked for; null: nowhere. */
  private String endOfStretch(String q, Paging paging) {
    if (q.isEmpty() || isKey(q)) {
      return null;
    }
    List<?> last =
        database
            .createNativeQuery(END_OF_STRETCH)
            .setParameter(1, paging.after() == null ? "" : paging.after())
            .setParameter(2, STRETCH - 1)
            .getResultList();
    return last.stream().findFirst().map(String.class::cast).orElse(null);
  }

  private void planWithValues() {
    database.createNativeQuery(WITH_VALUES).getSingleResult();
  }

  /** Whether the index of names leads to what is looked for. */
  private static boolean isKey(String q) {
    return q.codePointCount(0, q.length()) >= KEY_LENGTH;
  }

  private static String names(String q) {
    return isKey(q) ? NAMES : NAMES_WITHOUT_INDEX;
  }

  static String statement(String q, boolean further, boolean stretch) {
    return AVAILABLE
        + (q.isEmpty() ? "" : " and " + names(q) + " like ?2")
        + (further ? " and u.username > ?3" : "")
        + (stretch ? UP_TO_END : "")
        + " order by u.username limit ?4";
  }

  static String acquaintances(String q, boolean stretch) {
    return ACQUAINTANCES.formatted(stretch ? UP_TO_END : "", names(q), NOT_HIDING);
  }
}
