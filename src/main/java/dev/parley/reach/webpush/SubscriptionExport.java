package dev.parley.reach.webpush;

import dev.parley.base.sql.Sql;
import dev.parley.identity.export.ExportPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Which services push to a user's browsers, for them to take away; anybody with an address and its
 * keys could push as well, so those stay here.
 */
@ApplicationScoped
public class SubscriptionExport implements ExportPart {
  @Inject private Sql rows;

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
                URI.create(row.getString("endpoint")).getHost(), Sql.instant(row, "created_at")),
        user);
  }
}
