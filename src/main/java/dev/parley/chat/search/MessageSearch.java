package dev.parley.chat.search;

import static dev.parley.chat.search.BackwardScan.NEWEST_FIRST;

import dev.parley.base.sql.Sql;
import dev.parley.chat.search.BackwardScan.ScanPosition;
import dev.parley.chat.search.BackwardScan.Stretch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Looks messages up, newest first, and reads about as much as it finds: a word that many messages
 * have is met on a short way back from the newest ones; one that is not is looked up in the index,
 * which leads to all of its messages at once. A word of very many messages that are all long ago is
 * found page by page, each as far as a longer way back went.
 */
@ApplicationScoped
class MessageSearch {
  /** How many messages are worth sorting; more than these are many. */
  static final int FEW = 10_000;

  /** How many messages the way back leads past before the index is asked. */
  static final int SHORT_WAY = 1_000;

  /** How many it leads past at most. */
  static final int LONG_WAY = 10_000;

  private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  /** No way may end in reading everybody's messages through. */
  private static final String CAREFULLY =
      "select set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)";

  private static final String MINE =
      " from conversation_member me where me.user_id = ? and me.left_at is null";

  @Inject private Sql rows;

  /**
   * What a search came to.
   *
   * @param ids the newest first
   * @param further where to go on when these are not all that were looked for, though there may be
   *     more; null when they are, or when there are no more
   */
  record FoundIds(List<UUID> ids, UUID further) {}

  /** The messages older than one, at most so many. */
  FoundIds find(UUID viewer, SearchFilter wanted, UUID olderThan, int limit) {
    rows.list(CAREFULLY, row -> true);
    UUID from = olderThan == null ? LAST : olderThan;
    BackwardScan way = wayBack(viewer, wanted, from).go(limit, SHORT_WAY);
    if (way.certain().size() < limit && way.reached().isPresent()) {
      List<UUID> few =
          rows.list(few(wanted), MessageSearch::id, fewParameters(viewer, wanted, from));
      if (few.size() <= FEW) {
        return new FoundIds(few.stream().sorted(NEWEST_FIRST).limit(limit).toList(), null);
      }
      way.go(limit, LONG_WAY);
    }
    List<UUID> certain = way.certain();
    return certain.size() >= limit
        ? new FoundIds(certain.subList(0, limit), null)
        : new FoundIds(certain, way.reached().orElse(null));
  }

  private static UUID id(ResultSet row) throws SQLException {
    return Sql.id(row, "id");
  }

  private BackwardScan wayBack(UUID viewer, SearchFilter wanted, UUID from) {
    List<Object> parameters = new ArrayList<>(List.of(viewer));
    add(parameters, wanted.conversation());
    List<ScanPosition> places =
        rows.list(
            "select me.conversation_id, me.joined_seq" + MINE + where(wanted),
            row ->
                new ScanPosition(Sql.id(row, "conversation_id"), row.getLong("joined_seq"), from),
            parameters.toArray());
    return new BackwardScan(
        (open, most) ->
            rows.list(step(wanted), MessageSearch::stretch, stepParameters(wanted, open, most)),
        places);
  }

  private static String where(SearchFilter wanted) {
    return wanted.conversation() == null ? "" : " and me.conversation_id = ?";
  }

  /** The next messages of some conversations, and which of them are wanted. */
  static String step(SearchFilter wanted) {
    return "select w.conversation, count(*) as passed, count(*) < ? or bool_or(not s.visible) as over,"
        + " (array_agg(s.message_id order by s.message_id))[1] as reached,"
        + " array_agg(s.message_id) filter (where s.visible and s.wanted) as hits"
        + " from unnest(?, ?, ?) as w (conversation, joined, passed)"
        + " cross join lateral (select t.message_id, t.seq > w.joined as visible, true"
        + words(wanted)
        + narrowing(wanted)
        + " as wanted from message_text t"
        + " where t.conversation_id = w.conversation and t.message_id < w.passed"
        + " order by t.message_id desc limit ?) as s group by w.conversation";
  }

  static Object[] stepParameters(SearchFilter wanted, Collection<ScanPosition> from, int most) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(most);
    parameters.add(from.stream().map(ScanPosition::conversation).toList());
    parameters.add(Sql.numbers(from.stream().map(ScanPosition::joined).toList()));
    parameters.add(from.stream().map(ScanPosition::end).toList());
    parameters.addAll(wanted.patterns());
    addNarrowing(parameters, wanted);
    parameters.add(most);
    return parameters.toArray();
  }

  private static Stretch stretch(ResultSet row) throws SQLException {
    Array hits = row.getArray("hits");
    return new Stretch(
        Sql.id(row, "conversation"),
        row.getInt("passed"),
        Sql.id(row, "reached"),
        row.getBoolean("over"),
        hits == null ? List.of() : List.of((UUID[]) hits.getArray()));
  }

  /**
   * All messages with the words, as their index leads to them; by "offset 0" none is found by its
   * reader's place.
   */
  static String few(SearchFilter wanted) {
    return "select t.message_id as id from message_text t"
        + " cross join lateral (select 1 from conversation_member me"
        + " where me.conversation_id = t.conversation_id and me.user_id = ?"
        + " and me.left_at is null and me.joined_seq < t.seq offset 0) as theirs"
        + " where array[t.conversation_id] && array(select me.conversation_id"
        + MINE
        + where(wanted)
        + ")"
        + words(wanted)
        + " and t.message_id < ?"
        + narrowing(wanted)
        + " limit "
        + (FEW + 1);
  }

  static Object[] fewParameters(UUID viewer, SearchFilter wanted, UUID from) {
    List<Object> parameters = new ArrayList<>(List.of(viewer, viewer));
    add(parameters, wanted.conversation());
    parameters.addAll(wanted.patterns());
    parameters.add(from);
    addNarrowing(parameters, wanted);
    return parameters.toArray();
  }

  private static String words(SearchFilter wanted) {
    return " and t.body like ?".repeat(wanted.words().size());
  }

  private static String narrowing(SearchFilter wanted) {
    return (wanted.sender() == null ? "" : " and t.sender_id = ?")
        + (wanted.before() == null ? "" : " and t.sent_at < ?")
        + (wanted.after() == null ? "" : " and t.sent_at > ?");
  }

  private static void addNarrowing(List<Object> parameters, SearchFilter wanted) {
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
