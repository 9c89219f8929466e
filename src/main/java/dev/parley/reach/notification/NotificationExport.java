package dev.parley.reach.notification;

import dev.parley.identity.export.ExportPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The whole bell list, for its user to take away. */
@ApplicationScoped
public class NotificationExport implements ExportPart {
  @Inject private NotificationService notifications;

  @Override
  public String name() {
    return "notifications";
  }

  @Override
  public Object of(UUID user) {
    return notifications.list(user, null, Integer.MAX_VALUE);
  }
}
