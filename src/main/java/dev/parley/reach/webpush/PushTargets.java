package dev.parley.reach.webpush;

import dev.parley.base.sql.Sql;
import dev.parley.chat.conversation.Audience;
import dev.parley.identity.account.QuietHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds those who may be pushed to, by the subscriptions whose sign-ins stand. */
@ApplicationScoped
public class PushTargets {
  private static final String BROWSER =
      " s.id as subscription, s.endpoint, s.public_key, s.auth,"
          + " u.id as user_id, u.quiet_from, u.quiet_to, u.quiet_zone";
  private static final String SUBSCRIBED =
      " join push_subscription s on s.user_id = u.id"
          + " join sign_in i on i.id = s.sign_in_id and i.ended_at is null"
          + " and i.expires_at > ? and i.idle_expires_at > ?";

  static final String OF_NOTIFICATION =
      "select"
          + BROWSER
          + " from notification n"
          + " join users u on u.id = n.user_id and u.enabled and u.browser_notifications"
          + SUBSCRIBED
          + " where n.id = ? and n.read_at is null";

  // Members without a subscription are passed over by one look-up each; in a group above the limit
  // nobody is looked up unless the message names somebody. As an anti-join the last line would read
  // all that a member blocks.
  static final String OF_MESSAGES =
      "select g.id as message, g.seq, u.id = any (g.mentioned) as named, m.muted, m.joined_seq, m.read_seq,"
          + BROWSER
          + " from message g"
          + " join conversation c on c.id = g.conversation_id"
          + " and (c.member_count <= ? or cardinality(g.mentioned) > 0)"
          + " join conversation_member m on m.conversation_id = c.id and m.left_at is null"
          + " and m.user_id <> g.sender_id"
          + " join users u on u.id = m.user_id and u.enabled and u.browser_notifications"
          + SUBSCRIBED
          + " where g.id = any (?) and g.deleted_at is null"
          + " and (c.member_count <= ? or u.id = any (g.mentioned))"
          + " and (select true from block b where b.blocker_id = u.id and b.blocked_id = g.sender_id) is null";

  static final String SAID =
      """
      select g.id, case when c.kind = 'group' then coalesce(c.title, 'Group') end as title, u.display_name
      from message g join conversation c on c.id = g.conversation_id join users u on u.id = g.sender_id
      where g.id = any (?)
      """;

  @Inject private Sql rows;
  @Inject private Audience audience;
  @Inject private Clock clock;

  /** Whether there is any subscription at all. */
  boolean areThere() {
    return rows.first("select 1 from push_subscription limit 1", row -> true).isPresent();
  }

  /** The browsers of the owner of an entry of the bell list, as long as it is not read. */
  List<PushTarget> ofNotification(UUID notification) {
    Instant now = clock.instant();
    return rows.list(OF_NOTIFICATION, PushTargets::addressee, now, now, notification);
  }

  /** The browsers of those who may see these messages. */
  List<MessageRecipient> ofMessages(Collection<UUID> messages) {
    Instant now = clock.instant();
    int most = audience.largestToldEach();
    return rows.list(OF_MESSAGES, PushTargets::reader, most, now, now, messages, most);
  }

  private static MessageRecipient reader(ResultSet row) throws SQLException {
    return new MessageRecipient(
        Sql.id(row, "message"),
        row.getBoolean("named"),
        row.getBoolean("muted"),
        row.getLong("seq"),
        row.getLong("joined_seq"),
        row.getLong("read_seq"),
        addressee(row));
  }

  private static PushTarget addressee(ResultSet row) throws SQLException {
    String from = row.getString("quiet_from");
    return new PushTarget(
        Sql.id(row, "user_id"),
        from == null
            ? null
            : new QuietHours(from, row.getString("quiet_to"), row.getString("quiet_zone")),
        new Subscription(
            Sql.id(row, "subscription"),
            URI.create(row.getString("endpoint")),
            new BrowserKeys(row.getBytes("public_key"), row.getBytes("auth"))));
  }

  /** The conversations and senders of these messages. */
  List<MessageOrigin> said(Collection<UUID> messages) {
    return rows.list(
        SAID,
        row ->
            new MessageOrigin(
                Sql.id(row, "id"), row.getString("title"), row.getString("display_name")),
        messages);
  }
}
