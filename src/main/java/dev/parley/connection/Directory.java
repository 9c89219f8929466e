package dev.parley.connection;

import dev.parley.caller.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Those whom somebody can find: discoverable, in no live relation to them, not blocking them. */
@ApplicationScoped
class Directory {
  private static final String AVAILABLE =
      """
      select u.id, u.username from users u where u.enabled and u.discoverable and u.id <> ?1
        and not exists (select 1 from block b where b.blocker_id = u.id and b.blocked_id = ?1)
        and not exists (select 1 from user_connection c where c.status in ('pending', 'approved')
          and least(c.sender_id, c.receiver_id) = least(u.id, ?1)
          and greatest(c.sender_id, c.receiver_id) = greatest(u.id, ?1))
      """;
  // The expression of the index; no search contains the line break between the names.
  private static final String MATCHING =
      """
       and (u.username || chr(10) || lower(u.display_name collate "und-x-icu")) like ?2
      """;

  /** Everybody discoverable whatever the relation, and connections who are not discoverable too. */
  static final String ACQUAINTANCES =
      """
      select id, username from (
        (select u.id, u.username from users u where u.enabled and u.discoverable and u.id <> ?1
          and not exists (select 1 from block b where b.blocker_id = u.id and b.blocked_id = ?1)
          and (u.username || chr(10) || lower(u.display_name collate "und-x-icu")) like ?2
          and u.username > ?3 order by u.username limit ?4)
        union
        (select u.id, u.username from (
            select receiver_id as id from user_connection where sender_id = ?1 and status = 'approved'
            union all
            select sender_id from user_connection where receiver_id = ?1 and status = 'approved') as mine
          join users u on u.id = mine.id where u.enabled
          and (u.username || chr(10) || lower(u.display_name collate "und-x-icu")) like ?2
          and u.username > ?3 order by u.username limit ?4)) as found
      order by username limit ?4
      """;

  // Which index finds a part of a name depends on the part.
  private static final String WITH_VALUES =
      "select set_config('plan_cache_mode', 'force_custom_plan', true)";

  @PersistenceContext private EntityManager database;

  /** A page of ids and usernames, in the order of usernames, one more when there are more. */
  List<Object[]> page(UUID viewer, String q, Paging paging) {
    Query query =
        database
            .createNativeQuery(statement(!q.isEmpty(), paging.after() != null))
            .setParameter(1, viewer)
            .setParameter(4, paging.limit() + 1);
    if (!q.isEmpty()) {
      planWithValues();
      query.setParameter(2, pattern(q));
    }
    if (paging.after() != null) {
      query.setParameter(3, paging.after());
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  /**
   * A page of ids and usernames of those whom the viewer may find, one more when there are more.
   */
  List<Object[]> acquaintances(UUID viewer, String q, Paging paging) {
    planWithValues();
    List<?> rows =
        database
            .createNativeQuery(ACQUAINTANCES)
            .setParameter(1, viewer)
            .setParameter(2, pattern(q))
            .setParameter(3, paging.after() == null ? "" : paging.after())
            .setParameter(4, paging.limit() + 1)
            .getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  private void planWithValues() {
    database.createNativeQuery(WITH_VALUES).getSingleResult();
  }

  static String statement(boolean search, boolean further) {
    return AVAILABLE
        + (search ? MATCHING : "")
        + (further ? " and u.username > ?3" : "")
        + " order by u.username limit ?4";
  }

  /** The part of a name that is looked for, as a pattern without wildcards of its own. */
  static String pattern(String q) {
    return "%" + q.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
