package dev.parley.reach.notification;

import static dev.parley.reach.notification.NotificationService.AFTER_OTHERS;

import dev.parley.base.sql.Sql;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps each bell list from growing without end: with a new entry the oldest too many goes. */
@ApplicationScoped
public class NotificationLimit {
  // One that somebody is changing at this moment goes with the next new entry.
  private static final String FORGET_OLDEST =
      """
      delete from notification where id in (
        select id from notification where user_id = ? order by id desc offset ?
        for update skip locked)
      """;

  @Inject private Sql rows;

  @Inject
  @ConfigProperty(name = "parley.limits.notifications")
  private int most;

  void created(@Observes @Priority(AFTER_OTHERS) NotificationCreated fact) {
    if (most > 0) {
      rows.change(FORGET_OLDEST, fact.user(), most);
    }
  }
}
