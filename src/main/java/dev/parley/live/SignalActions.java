package dev.parley.live;

import dev.parley.caller.Input;
import dev.parley.presence.Attendance;
import dev.parley.presence.Typing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Carries out what a client's frame says of the person before it; nothing is answered. */
@ApplicationScoped
public class SignalActions {
  @Inject private Typing typing;
  @Inject private Attendance attendance;

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
