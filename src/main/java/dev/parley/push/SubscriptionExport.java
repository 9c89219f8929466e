package dev.parley.push;

import dev.parley.account.ExportPart;
import dev.parley.conversation.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Which services push to a user's browsers, for them to take away; whoever had an address and its
 * keys could push as well, so they stay here.
 */
@ApplicationScoped
public class SubscriptionExport implements ExportPart {
  @Inject private Rows rows;

  /** A subscription without its secrets. */
  public record Exported(String service, Instant createdAt) {}

  @Override
  public String name() {
    return "push-subscriptions";
  }

  @Override
  public Object of(UUID user) {
    return rows.list(
        "select endpoint, created_at from push_subscription where user_id = ? order by id",
        row ->
            new Exported(
                URI.create(row.getString("endpoint")).getHost(), Rows.instant(row, "created_at")),
        user);
  }
}
