package dev.parley.search;

import dev.parley.conversation.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Looks messages up, newest first, in one of two ways: a word that few messages have leads to all
 * of them at once; one that very many have is met soon on the way back from the newest.
 */
@ApplicationScoped
class Findings {
  /** How many messages are worth sorting; more than these are many. */
  static final int FEW = 10_000;

  private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  /** Neither way may end in reading everybody's messages through. */
  private static final String CAREFULLY =
      "select set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)";

  private static final String MINE =
      " from conversation_member me where me.user_id = ? and me.left_at is null";

  @Inject private Rows rows;

  /** The ids of messages older than one, at most so many. */
  List<UUID> find(UUID viewer, Wanted wanted, UUID olderThan, int limit) {
    rows.list(CAREFULLY, row -> true);
    UUID from = olderThan == null ? LAST : olderThan;
    List<UUID> few = ids(few(wanted), fewParameters(viewer, wanted, from));
    if (few.size() <= FEW) {
      return few.stream()
          .sorted((a, b) -> b.toString().compareTo(a.toString()))
          .limit(limit)
          .toList();
    }
    return ids(many(wanted), manyParameters(viewer, wanted, from, limit));
  }

  private List<UUID> ids(String sql, List<Object> parameters) {
    return rows.list(sql, row -> Rows.id(row, "id"), parameters.toArray());
  }

  static String few(Wanted wanted) {
    return "select t.message_id as id from message_text t"
        + " join conversation_member me on me.conversation_id = t.conversation_id and me.user_id = ?"
        + " and me.left_at is null and me.joined_seq < t.seq"
        + " where t.conversation_id = any (array(select me.conversation_id"
        + MINE
        + (wanted.conversation() == null ? "" : " and me.conversation_id = ?")
        + "))"
        + " and t.body like ?".repeat(wanted.words().size())
        + narrowing(wanted, "t", "sent_at", "message_id")
        + " limit "
        + (FEW + 1);
  }

  static List<Object> fewParameters(UUID viewer, Wanted wanted, UUID from) {
    List<Object> parameters = new ArrayList<>(List.of(viewer, viewer));
    add(parameters, wanted.conversation());
    parameters.addAll(wanted.patterns());
    addNarrowing(parameters, wanted, from);
    return parameters;
  }

  static String many(Wanted wanted) {
    return "select found.id from (select me.conversation_id, me.joined_seq"
        + MINE
        + (wanted.conversation() == null ? "" : " and me.conversation_id = ?")
        + ") as mine cross join lateral (select m.id from message m"
        + " where m.conversation_id = mine.conversation_id and m.seq > mine.joined_seq"
        + " and m.deleted_at is null"
        + " and lower(m.body collate \"und-x-icu\") like ?".repeat(wanted.words().size())
        + narrowing(wanted, "m", "created_at", "id")
        + " order by m.seq desc limit ?) as found order by found.id desc limit ?";
  }

  static List<Object> manyParameters(UUID viewer, Wanted wanted, UUID from, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(viewer));
    add(parameters, wanted.conversation());
    parameters.addAll(wanted.patterns());
    addNarrowing(parameters, wanted, from);
    parameters.addAll(List.of(limit, limit));
    return parameters;
  }

  private static String narrowing(Wanted wanted, String table, String time, String id) {
    return " and "
        + table
        + "."
        + id
        + " < ?"
        + (wanted.sender() == null ? "" : " and " + table + ".sender_id = ?")
        + (wanted.before() == null ? "" : " and " + table + "." + time + " < ?")
        + (wanted.after() == null ? "" : " and " + table + "." + time + " > ?");
  }

  private static void addNarrowing(List<Object> parameters, Wanted wanted, UUID from) {
    parameters.add(from);
    add(parameters, wanted.sender());
    add(parameters, wanted.before());
    add(parameters, wanted.after());
  }

  private static void add(List<Object> parameters, Object value) {
    if (value != null) {
      parameters.add(value);
    }
  }
}
