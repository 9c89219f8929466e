package dev.parley.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A push service on loopback, which has a mailbox for every browser that wants one. */
public final class PushService {
  private static final PushService SHARED = new PushService();

  private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
  private final HttpServer server;

  private PushService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "push-service");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  /** The one that the shared server calls. */
  public static PushService shared() {
    return SHARED;
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A new browser's mailbox, with keys of its own. */
  public Mailbox opensMailbox() {
    Mailbox mailbox = new Mailbox(origin());
    mailboxes.put(mailbox.path(), mailbox);
    return mailbox;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Mailbox mailbox = mailboxes.get(exchange.getRequestURI().getPath());
      if (mailbox == null || !exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        mailbox.take(exchange);
      }
    }
  }
}
