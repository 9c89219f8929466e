package dev.parley.reach.live;

import dev.parley.identity.token.ActiveSignIn;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A socket as the container gives it, alive or dead, with a live session over it. */
final class TestSocket {
  private final List<String> sent = new ArrayList<>();
  private final LiveSession session;
  private boolean dead;
  private boolean closed;

  private TestSocket(UUID user) {
    MovingClock clock = new MovingClock();
    GuardedConnection connection =
        new GuardedConnection(
            new ClosingSockets() {
              @Override
              void begin(GuardedConnection connection) {
                // Nothing is under it.
              }
            },
            new ReadingPause(null, Runnable::run));
    session =
        new LiveSession(
            of(Session.class, (proxy, method, arguments) -> session(method.getName())),
            new LivePrincipal(signIn(user), connection),
            0,
            new LiveLimits(),
            new LiveCounts(),
            clock,
            () -> {});
    session.startAfter(0, "welcome");
  }

  static TestSocket of(UUID user) {
    return new TestSocket(user);
  }

  /** Its connection is cut; the container knows and the session does not yet. */
  TestSocket dies() {
    dead = true;
    return this;
  }

  LiveSession session() {
    return session;
  }

  List<String> sent() {
    return sent;
  }

  boolean isClosed() {
    return closed;
  }

  private static ActiveSignIn signIn(UUID user) {
    return new ActiveSignIn(UUID.randomUUID(), user, "ada", Set.of());
  }

  private Object session(String method) {
    if (method.equals("close")) {
      closed = true;
    }
    if (dead) {
      throw new IllegalStateException("The connection has been closed.");
    }
    return method.equals("getAsyncRemote")
        ? of(RemoteEndpoint.Async.class, (proxy, called, arguments) -> send(arguments))
        : null;
  }

  private Object send(Object[] arguments) {
    sent.add((String) arguments[0]);
    ((SendHandler) arguments[1]).onResult(new SendResult((Session) null));
    return null;
  }

  private static <T> T of(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(TestSocket.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
