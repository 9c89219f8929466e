package dev.parley.reach.live;

import dev.parley.base.journal.Head;
import dev.parley.base.journal.JournalReader;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Input;
import dev.parley.identity.account.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Agrees with a client where its stream begins: after the place it names, or at the head when that
 * place cannot be reached.
 */
@ApplicationScoped
public class Greetings {
  /** To read so many events for a client counts as much as a frame of it. */
  private static final int EVENTS_OF_A_FRAME = 10;

  @Inject private JournalReader journal;
  @Inject private LiveSessions live;
  @Inject private Profiles profiles;
  @Inject private LiveLimits limits;
  @Inject private Jsonb jsonb;

  /** Answers a hello; the stream starts behind the answer. */
  void hello(LiveSession session, Frame frame) {
    Head head = journal.head(session.user());
    OptionalLong since = frame.number("since");
    String epoch = frame.textOr("epoch", null);
    if (epoch == null || since.isEmpty()) {
      session.startAfter(head.head(), welcome(session, frame, head, false));
    } else if (epoch.equals(head.epoch()) && head.reaches(since.getAsLong())) {
      session.charge((head.head() - since.getAsLong()) / EVENTS_OF_A_FRAME);
      session.startAfter(since.getAsLong(), welcome(session, frame, head, true));
    } else {
      session.startAfter(
          head.head(), reset(frame.id(), head, epoch.equals(head.epoch()), since.getAsLong()));
    }
  }

  /** Has the events after a place sent once more, and says when the head of now is reached. */
  void sync(LiveSession session, Frame frame) {
    if (!session.hasSaidHello()) {
      throw new DomainException(LiveCode.HELLO_FIRST);
    }
    long since =
        frame
            .number("since")
            .orElseThrow(() -> Input.wrong("since", "This whole number is required."));
    Head head = journal.head(session.user());
    if (head.reaches(since)) {
      session.charge((head.head() - since) / EVENTS_OF_A_FRAME);
      session.repeatAfter(since, head.head(), synced(frame, head));
    } else {
      session.startAfter(head.head(), reset(frame.id(), head, true, since));
    }
  }

  /** Starts those anew at the head whose next event is kept no longer. */
  void resetWhereTrimmed(UUID user, Collection<LiveSession> sessions) {
    Head head = journal.head(user);
    live.toEach(
        sessions.stream().filter(session -> session.position() < head.floor()).toList(),
        session -> goOnFrom(head, session));
  }

  /** Has a session go on from the head because it does not get there by itself. */
  void goOnFrom(Head head, LiveSession session) {
    session.skipTo(head.head(), reset(null, head, true, session.position()));
  }

  private String welcome(LiveSession session, Frame frame, Head head, boolean resumed) {
    Map<String, Object> welcome = new LinkedHashMap<>();
    welcome.put("type", "welcome");
    welcome.put("id", frame.id());
    welcome.put("epoch", head.epoch());
    welcome.put("head", head.head());
    welcome.put("resumed", resumed);
    welcome.put("heartbeat", limits.heartbeat().toSeconds());
    welcome.put("user", profiles.own(session.user()).orElse(null));
    return jsonb.toJson(welcome);
  }

  private String reset(String id, Head head, boolean sameEpoch, long since) {
    Map<String, Object> reset = new LinkedHashMap<>();
    reset.put("type", "reset");
    reset.put("id", id);
    reset.put("epoch", head.epoch());
    reset.put("head", head.head());
    reset.put("reason", sameEpoch && since < head.floor() ? "trimmed" : "epoch");
    return jsonb.toJson(reset);
  }

  private String synced(Frame frame, Head head) {
    Map<String, Object> ack = new LinkedHashMap<>();
    ack.put("type", "ack");
    ack.put("id", frame.id());
    ack.put("data", Map.of("head", head.head()));
    return jsonb.toJson(ack);
  }
}
