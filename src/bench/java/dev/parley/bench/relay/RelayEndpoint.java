package dev.parley.bench.relay;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says that one is in the room, then hands each text frame to all others in it. */
@ServerEndpoint("/relay/{room}")
public class RelayEndpoint {
  /** The first frame to everybody who enters; nothing is handed to them before. */
  public static final String ENTERED = "entered";

  private static final Map<String, Set<Session>> ROOMS = new ConcurrentHashMap<>();

  private Set<Session> room;

  @OnOpen
  public void open(Session session, @PathParam("room") String name) {
    room = ROOMS.computeIfAbsent(name, n -> ConcurrentHashMap.newKeySet());
    room.add(session);
    session.getAsyncRemote().sendText(ENTERED);
  }

  @OnMessage
  public void frame(String text, Session from) {
    for (Session session : room) {
      if (session != from) {
        session.getAsyncRemote().sendText(text);
      }
    }
  }

  @OnClose
  public void close(Session session, @PathParam("room") String name) {
    room.remove(session);
    ROOMS.computeIfPresent(name, (n, sessions) -> sessions.isEmpty() ? null : sessions);
  }

  @OnError
  public void error(Throwable thrown) {
    // A client that is gone is no concern of a relay.
  }
}
