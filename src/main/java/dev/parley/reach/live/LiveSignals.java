package dev.parley.reach.live;

import dev.parley.reach.presence.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends signals to those who are here and have said hello, one writing for all; a session that has
 * no room for one goes without.
 */
@ApplicationScoped
public class LiveSignals {
  @Inject private LiveSessions sessions;
  @Inject private Jsonb jsonb;

  void signal(@Observes Signal signal) {
    String frame = frame(signal);
    sessions.toEachOf(signal.hearers(), session -> session.signal(frame));
  }

  private String frame(Signal signal) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("type", "signal");
    frame.put("signal", signal.name());
    frame.put("data", signal.data());
    return jsonb.toJson(frame);
  }
}
