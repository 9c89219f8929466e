package dev.parley.reach.live;

import dev.parley.base.journal.JournalReader;
import dev.parley.base.problem.DomainException;
import dev.parley.consent.connection.BlockService;
import dev.parley.consent.connection.ConnectionLookupService;
import dev.parley.consent.connection.ConnectionService;
import dev.parley.reach.presence.PresenceTracker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Carries out what a client's frame asks for, by the services that REST calls as well, and answers.
 */
@ApplicationScoped
public class LiveActions {
  private static final Set<String> DEMO =
      Set.of("send_request", "approve_request", "reject_request");

  /** So many characters of lists count as much as a frame of the client. */
  private static final int LISTS_OF_A_FRAME = 4096;

  @Inject private JournalReader journal;
  @Inject private ConnectionService connections;
  @Inject private ConnectionLookupService lookup;
  @Inject private BlockService blocks;
  @Inject private ChatActions chat;
  @Inject private SignalActions signals;
  @Inject private PresenceTracker attendance;
  @Inject private ReplyFrames answers;
  @Inject private DemoFrames demo;
  @Inject private Greetings greetings;
  @Inject private JournalPusher pusher;
  @Inject private Jsonb jsonb;

  void carryOut(LiveSession session, String text) {
    String id = null;
    try {
      Frame frame = Frame.read(text);
      id = frame.id();
      carryOut(session, frame);
    } catch (RuntimeException e) {
      session.send(answers.error(id, e));
    }
  }

  private void carryOut(LiveSession session, Frame frame) {
    switch (frame.action()) {
      case "init_connection", "get_users" -> tellLists(session, frame);
      case "ping" -> session.send(pong(session));
      case "hello" -> {
        greetings.hello(session, frame);
        attendance.listens(session.user());
        pusher.start(session.user());
      }
      case "sync" -> {
        greetings.sync(session, frame);
        pusher.start(session.user());
      }
      case "send_message", "mark_read", "delivered" -> chat.carryOut(session, frame);
      case "typing" -> signals.types(session, frame);
      case "presence" -> signals.says(session, frame);
      default -> act(session, frame);
    }
  }

  /**
   * The lists are the demo's; a client that has said hello hears as well that it asked for them.
   */
  private void tellLists(LiveSession session, Frame frame) {
    sendLists(session);
    if (session.hasSaidHello()) {
      session.send(answers.ack(frame.id(), null));
    }
  }

  private void sendLists(LiveSession session) {
    String lists = demo.updateUsers(session.user());
    session.charge(lists.length() / LISTS_OF_A_FRAME);
    session.send(lists);
  }

  private void act(LiveSession session, Frame frame) {
    Object result = result(session.user(), frame);
    if (DEMO.contains(frame.action()) && !session.hasSaidHello()) {
      sendLists(session);
    } else {
      session.send(answers.ack(frame.id(), result));
    }
  }

  private Object result(UUID me, Frame frame) {
    return switch (frame.action()) {
      case "send_request" ->
          connections.send(me, frame.text("receiver"), frame.textOr("note", "")).connection();
      case "approve_request" -> connections.accept(me, requestFrom(me, frame));
      case "reject_request" -> connections.reject(me, requestFrom(me, frame));
      case "ignore_request" -> connections.ignore(me, requestFrom(me, frame));
      case "withdraw_request" ->
          connections.withdraw(
              me, lookup.requestBetween(me, lookup.personId(me, frame.text("receiver"))));
      case "remove_connection" ->
          connections.remove(me, lookup.lastWith(me, frame.text("username")));
      case "block" -> blocks.block(me, frame.text("username")).orElse(null);
      case "unblock" -> {
        blocks.unblock(me, frame.text("username"));
        yield null;
      }
      default -> throw new DomainException(LiveCode.UNKNOWN_ACTION);
    };
  }

  private UUID requestFrom(UUID me, Frame frame) {
    return lookup.requestBetween(lookup.personId(me, frame.text("sender")), me);
  }

  private String pong(LiveSession session) {
    Map<String, Object> pong = new LinkedHashMap<>();
    pong.put("type", "pong");
    if (session.hasSaidHello()) {
      pong.put("head", journal.head(session.user()).head());
    }
    return jsonb.toJson(pong);
  }
}
