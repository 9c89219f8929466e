package dev.parley.reach.live;

import dev.parley.base.journal.JournalEvent;
import dev.parley.consent.connection.ConnectionView;
import dev.parley.consent.people.PeopleService;
import dev.parley.consent.people.PeopleService.NameLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the original demo's clients understand, said of the same events. */
@ApplicationScoped
public class DemoFrames {
  private static final Set<String> TOLD =
      Set.of("connection.requested", "connection.approved", "connection.rejected");

  @Inject private PeopleService people;
  @Inject private Jsonb jsonb;

  /** The four lists of usernames. */
  String updateUsers(UUID viewer) {
    NameLists names = people.names(viewer);
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("type", "update_users");
    frame.put("users", names.users());
    frame.put("sent_requests", names.sentRequests());
    frame.put("pending_requests", names.pendingRequests());
    frame.put("mutual_connections", names.mutualConnections());
    return jsonb.toJson(frame);
  }

  /** The notification that an event is to a demo client, if it is one. */
  Optional<String> of(UUID viewer, JournalEvent event) {
    return sentence(viewer, event).map(this::notification);
  }

  /** Whether an event of this type may be a notification to a demo client. */
  static boolean mayTell(String type) {
    return TOLD.contains(type);
  }

  /** What a demo client's person is told of an event: only what the other side did. */
  static Optional<String> sentence(UUID viewer, JournalEvent event) {
    if (!(event.data() instanceof ConnectionView connection)) {
      return Optional.empty();
    }
    boolean sent = connection.sender().id().equals(viewer);
    String other = (sent ? connection.receiver() : connection.sender()).username();
    String told =
        switch (event.event()) {
          case "connection.requested" -> sent ? null : "New connection request from " + other;
          case "connection.approved" -> sent ? other + " accepted your connection request" : null;
          case "connection.rejected" -> sent ? other + " rejected your connection request" : null;
          default -> null;
        };
    return Optional.ofNullable(told);
  }

  private String notification(String message) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("type", "notification");
    frame.put("message", message);
    frame.put("action", "refresh_users");
    return jsonb.toJson(frame);
  }
}
