package dev.parley.reach.presence;

import dev.parley.base.sql.Sql;
import dev.parley.identity.account.AccountEvent.UserDeleting;
import dev.parley.identity.export.ExportPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps when people were last here, for as long as they are away. */
@ApplicationScoped
class LastSeen implements ExportPart {
  private static final String KEEP =
      """
      insert into last_seen (user_id, at)
      select u.id, to_timestamp(gone.at / 1000.0)
      from unnest(?, ?) as gone (id, at) join users u on u.id = gone.id and u.enabled
      order by u.id
      on conflict (user_id) do update set at = greatest(last_seen.at, excluded.at)
      """;

  @Inject private Sql rows;

  private record Row(UUID user, Instant at) {}

  void keep(Map<UUID, Instant> gone) {
    if (!gone.isEmpty()) {
      List<UUID> users = new ArrayList<>(gone.keySet());
      List<Long> times = users.stream().map(user -> gone.get(user).toEpochMilli()).toList();
      rows.change(KEEP, users, Sql.numbers(times));
    }
  }

  /** When these people were last here; who never was is left out. */
  Map<UUID, Instant> of(Collection<UUID> users) {
    Map<UUID, Instant> found = new HashMap<>();
    if (!users.isEmpty()) {
      rows.list(
              "select user_id, at from last_seen where user_id = any (?)",
              row -> new Row(Sql.id(row, "user_id"), Sql.instant(row, "at")),
              users)
          .forEach(row -> found.put(row.user(), row.at()));
    }
    return found;
  }

  void deleting(@Observes UserDeleting deleting) {
    rows.change("delete from last_seen where user_id = ?", deleting.user());
  }

  @Override
  public String name() {
    return "presence";
  }

  /** When the user was last here, as it is kept. */
  @Override
  public Object of(UUID user) {
    return Collections.singletonMap("last_seen", of(List.of(user)).get(user));
  }
}
