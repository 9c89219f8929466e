package dev.parley.reach.presence;

import dev.parley.base.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds the users that some people are connected with. */
@ApplicationScoped
class ConnectedUsers {
  static final String OF =
      """
      with pair as (
        select sender_id as one, receiver_id as other
        from user_connection where sender_id = any (?) and status = 'approved'
        union
        select sender_id, receiver_id
        from user_connection where receiver_id = any (?) and status = 'approved')
      select pair.one, pair.other, a.username as one_name, a.presence_visible and a.enabled as one_shows,
        b.username as other_name, b.presence_visible and b.enabled as other_shows
      from pair join users a on a.id = pair.one join users b on b.id = pair.other
      """;

  @Inject private Sql rows;

  /** Somebody in a pair, and whether they show if they are here. */
  record Person(UUID id, String username, boolean shows) {}

  /** Two people who are connected. */
  record Pair(Person one, Person other) {}

  /** The pairs in which any of these people is. */
  List<Pair> of(Collection<UUID> people) {
    return rows.list(
        OF,
        row ->
            new Pair(
                new Person(
                    Sql.id(row, "one"), row.getString("one_name"), row.getBoolean("one_shows")),
                new Person(
                    Sql.id(row, "other"),
                    row.getString("other_name"),
                    row.getBoolean("other_shows"))),
        people,
        people);
  }
}
