package dev.parley.reach.live;

import dev.parley.base.request.Input;
import dev.parley.reach.presence.PresenceTracker;
import dev.parley.reach.presence.Typing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Carries out what a client's frame says of the person before it; nothing is answered. */
@ApplicationScoped
public class SignalActions {
  @Inject private Typing typing;
  @Inject private PresenceTracker attendance;

  void types(LiveSession session, Frame frame) {
    typing.types(session.user(), Input.id(frame.text("conversation")));
  }

  void says(LiveSession session, Frame frame) {
    boolean away =
        switch (frame.text("state")) {
          case "online" -> false;
          case "away" -> true;
          default -> throw Input.wrong("state", "This must be online or away.");
        };
    attendance.says(session.user(), session.id(), away);
  }
}
