package dev.parley.chat.message;

import dev.parley.base.sql.DatabaseConnections;
import dev.parley.base.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a batch of sends asks of the database: one round trip that locks the conversations and reads
 * all that decides, one that writes.
 */
@ApplicationScoped
class SendRepository {
  /**
   * Three statements, so that the later two see what was committed while the first waited for its
   * locks.
   */
  private static final String LOCK_AND_READ =
      """
      select id from conversation where id = any (?) order by id for no key update;
      select asked.place, c.open, c.last_seq, c.member_count, me.joined_seq, u.username,
        first.id as first_id, first.conversation_id as first_conversation,
        asked.reply is not null and reply.id is null as reply_missing, draft.body as draft
      from unnest(?, ?, ?, ?) with ordinality as asked (conversation, sender, client_id, reply, place)
      join conversation_member me on me.conversation_id = asked.conversation
        and me.user_id = asked.sender and me.left_at is null
      join conversation c on c.id = asked.conversation
      join users u on u.id = asked.sender
      left join message first on first.sender_id = asked.sender and first.client_id = asked.client_id
      left join message reply on reply.id = asked.reply and reply.conversation_id = asked.conversation
        and reply.seq > me.joined_seq
      left join lateral (
        select d.body from draft d
        where d.conversation_id = asked.conversation and d.user_id = asked.sender offset 0) draft on true;
      select m.conversation_id, m.user_id from conversation_member m
      join conversation c on c.id = m.conversation_id and c.member_count <= ?
      where m.conversation_id = any (?) and m.left_at is null
      """;

  // In one order: another worker may be writing the same client_ids of the same sender.
  private static final String WRITE =
      """
      insert into message (id, conversation_id, seq, sender_id, client_id, body, mentioned, reply_to, created_at)
      select w.id, w.conversation, w.seq, w.sender, w.client_id, w.body, string_to_array(w.mentioned, ' ')::uuid[], w.reply, ?
      from unnest(?, ?, ?, ?, ?, ?, ?, ?)
        as w (id, conversation, seq, sender, client_id, body, mentioned, reply)
      order by w.sender, w.client_id;
      update conversation c set last_seq = w.seq, last_activity_at = ?
      from (select conversation, max(seq) from unnest(?, ?) as s (conversation, seq) group by conversation)
        as w (id, seq)
      where c.id = w.id;
      update conversation_member m set skipped = m.skipped + w.n
      from (select conversation, sender, count(*) from unnest(?, ?) as s (conversation, sender)
        group by conversation, sender) as w (conversation, sender, n)
      where m.conversation_id = w.conversation and m.user_id = w.sender
      """;

  @Inject private DatabaseConnections connections;

  /**
   * What decides about one send, in a conversation that its sender is a member of.
   *
   * @param first the message that was sent with this client_id before, or null
   * @param draft what its sender has begun to write there, or null
   */
  record SendDecision(
      boolean open,
      long lastSeq,
      int memberCount,
      String sender,
      UUID first,
      UUID firstConversation,
      boolean replyMissing,
      String draft) {

    /** Whether this message says what its sender had begun to write. */
    boolean isDrafted(String body) {
      return draft != null && draft.strip().equals(body.strip());
    }
  }

  /**
   * The decisions by the sends' places, and the members of the conversations that are not too large
   * to tell each of them.
   */
  record State(Map<Integer, SendDecision> decisions, Map<UUID, List<UUID>> members) {}

  /** Locks the conversations to the end of the transaction and reads what decides. */
  State lockAndRead(List<OutgoingMessage> batch, int largestToldEach) {
    Collection<UUID> conversations =
        batch.stream().map(OutgoingMessage::conversation).distinct().toList();
    try {
      return connections.use(
          connection -> lockAndRead(connection, batch, conversations, largestToldEach));
    } catch (SQLException e) {
      throw Sql.failed(e);
    }
  }

  private static State lockAndRead(
      Connection connection,
      List<OutgoingMessage> batch,
      Collection<UUID> conversations,
      int largestToldEach)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_READ)) {
      Sql.bind(
          connection,
          statement,
          conversations,
          ids(batch, OutgoingMessage::conversation),
          ids(batch, OutgoingMessage::sender),
          Sql.texts(batch.stream().map(OutgoingMessage::clientId).toList()),
          ids(batch, OutgoingMessage::replyTo),
          largestToldEach,
          conversations);
      statement.execute();
      statement.getMoreResults();
      Map<Integer, SendDecision> decisions = decisions(statement);
      statement.getMoreResults();
      return new State(decisions, members(statement));
    }
  }

  private static Map<Integer, SendDecision> decisions(PreparedStatement statement)
      throws SQLException {
    Map<Integer, SendDecision> decisions = new HashMap<>();
    try (ResultSet row = statement.getResultSet()) {
      while (row.next()) {
        decisions.put(
            row.getInt("place") - 1,
            new SendDecision(
                row.getBoolean("open"),
                row.getLong("last_seq"),
                row.getInt("member_count"),
                row.getString("username"),
                Sql.id(row, "first_id"),
                Sql.id(row, "first_conversation"),
                row.getBoolean("reply_missing"),
                row.getString("draft")));
      }
    }
    return decisions;
  }

  private static Map<UUID, List<UUID>> members(PreparedStatement statement) throws SQLException {
    Map<UUID, List<UUID>> members = new HashMap<>();
    try (ResultSet row = statement.getResultSet()) {
      while (row.next()) {
        members
            .computeIfAbsent(Sql.id(row, "conversation_id"), id -> new ArrayList<>())
            .add(Sql.id(row, "user_id"));
      }
    }
    return members;
  }

  /** Writes new messages, moves their conversations on and the senders' markers along. */
  void write(List<AcceptedMessage> accepted, Instant now) {
    try {
      connections.use(connection -> write(connection, accepted, now));
    } catch (SQLException e) {
      throw Sql.failed(e);
    }
  }

  private static boolean write(Connection connection, List<AcceptedMessage> accepted, Instant now)
      throws SQLException {
    Collection<UUID> conversations = ids(accepted, one -> one.message().conversation());
    Collection<UUID> senders = ids(accepted, AcceptedMessage::sender);
    Sql.Values seqs = Sql.numbers(accepted.stream().map(one -> one.message().seq()).toList());
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      Sql.bind(
          connection,
          statement,
          now,
          ids(accepted, one -> one.message().id()),
          conversations,
          seqs,
          senders,
          texts(accepted, one -> one.message().clientId()),
          texts(accepted, one -> one.message().body()),
          texts(accepted, SendRepository::mentioned),
          ids(accepted, one -> one.message().replyTo()),
          now,
          conversations,
          seqs,
          conversations,
          senders);
      return statement.execute();
    }
  }

  /** Arrays of arrays have one length, so each message's is a text. */
  private static String mentioned(AcceptedMessage accepted) {
    return accepted.mentioned().isEmpty()
        ? null
        : accepted.mentioned().stream().map(UUID::toString).collect(Collectors.joining(" "));
  }

  private static <T> List<UUID> ids(List<T> items, Function<T, UUID> part) {
    return items.stream().map(part).toList();
  }

  private static Sql.Values texts(
      List<AcceptedMessage> items, Function<AcceptedMessage, String> part) {
    return Sql.texts(items.stream().map(part).toList());
  }
}
