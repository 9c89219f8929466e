package dev.parley.bench.target;

import dev.parley.bench.client.ClientSocket;
import dev.parley.bench.client.LoadClient;
import dev.parley.bench.client.RestLine;
import dev.parley.bench.client.RestLines;
import dev.parley.bench.target.Crowd.Somebody;
import jakarta.json.Json;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Connects people over REST and sees that the live sessions of both sides are told. */
final class ParleyAcquaintances implements Acquaintances {
  private final LoadClient client;
  private final RestLines lines;
  private final List<Side> ones;
  private final List<Side> others;
  private final String[] connections;

  ParleyAcquaintances(LoadClient client, RestLines lines, List<Side> ones, List<Side> others) {
    this.client = client;
    this.lines = lines;
    this.ones = ones;
    this.others = others;
    this.connections = new String[ones.size()];
  }

  /** One of a pair, with what they are told. */
  record Side(Somebody somebody, ClientSocket socket, ConnectionEvents events) {}

  @Override
  public CompletableFuture<Void> connect(int pair) {
    return lines.lend(line -> request(line, pair).thenCompose(requested -> accept(line, pair)));
  }

  private CompletableFuture<Void> request(RestLine line, int pair) {
    CompletableFuture<Void> told = told(pair, "connection.requested");
    String receiver = others.get(pair).somebody().username();
    String body = Json.createObjectBuilder().add("receiver", receiver).build().toString();
    return line.call("POST", Crowd.API + "connections/", token(ones, pair), body)
        .thenAccept(answer -> connections[pair] = answer.json(201).getString("id"))
        .thenCompose(answered -> told);
  }

  private CompletableFuture<Void> accept(RestLine line, int pair) {
    CompletableFuture<Void> told = told(pair, "connection.approved");
    return line.call("POST", path(pair) + "accept/", token(others, pair), null)
        .thenAccept(answer -> answer.require(200))
        .thenCompose(answered -> told);
  }

  @Override
  public CompletableFuture<Void> part(int pair) {
    CompletableFuture<Void> told = told(pair, "connection.removed");
    return lines.lend(
        line ->
            line.call("DELETE", path(pair), token(ones, pair), null)
                .thenAccept(answer -> answer.require(204))
                .thenCompose(answered -> told));
  }

  private String path(int pair) {
    return Crowd.API + "connections/" + connections[pair] + "/";
  }

  private static String token(List<Side> sides, int pair) {
    return sides.get(pair).somebody().token();
  }

  private CompletableFuture<Void> told(int pair, String event) {
    return CompletableFuture.allOf(
        ones.get(pair).events().expect(event), others.get(pair).events().expect(event));
  }

  @Override
  public void close() {
    lines.close();
    client.forEach(ones.size(), i -> ones.get(i).socket().close());
    client.forEach(others.size(), i -> others.get(i).socket().close());
  }
}
