package dev.parley.bench.target;

import dev.parley.bench.client.ClientSocket;
import dev.parley.bench.client.LoadClient;
import dev.parley.bench.client.RestLine;
import dev.parley.bench.client.RestLine.Answer;
import dev.parley.bench.client.RestLines;
import jakarta.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The people of the benchmark, made and signed in over REST as they are needed. */
final class Crowd {
  static final String API = "/chat/api/";
  private static final String PASSWORD = "correct horse battery";
  private static final int LINES = 8;

  /** Half the life of an access token: nobody's runs out within a round. */
  private static final Duration TOKEN_AGE = Duration.ofMinutes(5);

  private final LoadClient client;
  private final URI server;
  private final List<Somebody> people = new ArrayList<>();

  /** One of them. */
  static final class Somebody {
    private final String username;
    private String token;
    private long tokenSince;

    private Somebody(String username) {
      this.username = username;
    }

    String username() {
      return username;
    }

    String token() {
      return token;
    }

    private void signedIn(Answer answer) {
      token = answer.json(200, 201).getString("access_token");
      tokenSince = System.nanoTime();
    }

    private boolean needsToken() {
      return token == null || System.nanoTime() - tokenSince > TOKEN_AGE.toNanos();
    }
  }

  Crowd(LoadClient client, URI server) {
    this.client = client;
    this.server = server;
  }

  RestLines lines(int count) {
    return client.lines(server, count);
  }

  /** The first so many people, registered and with fresh tokens. */
  List<Somebody> first(int count) {
    int known = people.size();
    IntStream.range(known, count).forEach(i -> people.add(new Somebody("bench-" + i)));
    List<Somebody> stale = people.subList(0, count).stream().filter(Somebody::needsToken).toList();
    try (RestLines lines = lines(LINES)) {
      lines.forEach(stale.size(), i -> line -> signIn(line, stale.get(i)));
    }
    return people.subList(0, count);
  }

  private CompletableFuture<Void> signIn(RestLine line, Somebody somebody) {
    String path = somebody.token == null ? "register/" : "login/";
    String body =
        Json.createObjectBuilder()
            .add("username", somebody.username)
            .add("password", PASSWORD)
            .build()
            .toString();
    return line.call("POST", API + path, null, body).thenAccept(somebody::signedIn);
  }

  /** Connects each with their other, over REST. */
  void connect(List<Somebody> senders, List<Somebody> receivers) {
    try (RestLines lines = lines(LINES)) {
      lines.forEach(senders.size(), i -> line -> connect(line, senders.get(i), receivers.get(i)));
    }
  }

  private static CompletableFuture<Answer> connect(RestLine line, Somebody from, Somebody to) {
    String body = Json.createObjectBuilder().add("receiver", to.username).build().toString();
    return line.call("POST", API + "connections/", from.token, body)
        .thenApply(answer -> answer.json(200, 201).getString("id"))
        .thenCompose(
            id -> line.call("POST", API + "connections/" + id + "/accept/", to.token, null))
        .thenApply(answer -> answer.require(200));
  }

  /** Opens a live session for each, which has said hello. */
  List<ClientSocket> openSessions(List<Somebody> who) {
    URI address = URI.create("ws://" + server.getAuthority() + "/ws/chat/");
    return client.forEach(
        who.size(), i -> client.open(address, who.get(i).token).thenCompose(Crowd::hello));
  }

  private static CompletableFuture<ClientSocket> hello(ClientSocket socket) {
    CompletableFuture<ClientSocket> welcomed = new CompletableFuture<>();
    socket.onText(
        frame -> {
          if (frame.contains("\"type\":\"welcome\"")) {
            welcomed.complete(socket);
          }
        });
    socket.send(
        "{\"action\":\"hello\",\"id\":\"h\",\"device\":\"0190a0a0-0000-7000-8000-000000000001\"}");
    return welcomed;
  }
}
