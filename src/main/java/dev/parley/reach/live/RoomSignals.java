package dev.parley.reach.live;

import dev.parley.chat.message.MessageEvent.SentToLargeGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Shows the messages of large groups at once to the members who are here, the same frame to all;
 * the journal tells of the newest a little later.
 */
@ApplicationScoped
public class RoomSignals {
  @Inject private LiveSessions sessions;

  void sent(@Observes(during = TransactionPhase.AFTER_SUCCESS) SentToLargeGroup fact) {
    String frame = "{\"type\":\"signal\",\"signal\":\"message\",\"data\":" + fact.json() + "}";
    sessions.toEachOf(fact.members(), session -> session.signal(frame));
  }
}
