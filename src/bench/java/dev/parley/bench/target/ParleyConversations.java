package dev.parley.bench.target;

import dev.parley.bench.client.RestLines;
import dev.parley.bench.measure.Faults;
import dev.parley.bench.target.Crowd.Somebody;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The conversations of the benchmark, made over REST once and used in every round. */
final class ParleyConversations {
  private static final String PATH = Crowd.API + "conversations/";
  private static final int LINES = 8;

  private final Crowd crowd;
  private final Faults faults;
  private final Map<Integer, List<String>> pairs = new HashMap<>();
  private final Map<Integer, String> rooms = new HashMap<>();

  ParleyConversations(Crowd crowd, Faults faults) {
    this.crowd = crowd;
    this.faults = faults;
  }

  /** The ids of direct conversations of each with their other. */
  List<String> direct(List<Somebody> senders, List<Somebody> receivers) {
    return pairs.computeIfAbsent(
        senders.size(),
        size -> {
          crowd.connect(senders, receivers);
          try (RestLines lines = crowd.lines(LINES)) {
            return lines.forEach(
                size,
                i ->
                    line ->
                        line.call("POST", PATH, senders.get(i).token(), named(receivers.get(i)))
                            .thenApply(answer -> answer.json(200, 201).getString("id")));
          }
        });
  }

  private static String named(Somebody other) {
    return Json.createObjectBuilder().add("username", other.username()).build().toString();
  }

  /** The id of a group of these people, made by the first of them. */
  String room(List<Somebody> members) {
    return rooms.computeIfAbsent(
        members.size(),
        size -> {
          Somebody owner = members.get(0);
          List<Somebody> others = members.subList(1, size);
          crowd.connect(IntStream.range(1, size).mapToObj(i -> owner).toList(), others);
          JsonArrayBuilder names = Json.createArrayBuilder();
          others.forEach(other -> names.add(other.username()));
          JsonObject body =
              Json.createObjectBuilder()
                  .add("title", "A room of " + size)
                  .add("members", names)
                  .build();
          try (RestLines lines = crowd.lines(1)) {
            return lines
                .forEach(1, i -> line -> line.call("POST", PATH, owner.token(), body.toString()))
                .get(0)
                .json(201)
                .getString("id");
          }
        });
  }

  /** How many messages each of these conversations has, as its first member sees it. */
  long[] lastSeqs(List<String> conversations, List<Somebody> viewers) {
    try (RestLines lines = crowd.lines(LINES)) {
      return lines
          .forEach(
              conversations.size(),
              i ->
                  line ->
                      line.call(
                          "GET", PATH + conversations.get(i) + "/", viewers.get(i).token(), null))
          .stream()
          .mapToLong(answer -> answer.json(200).getJsonNumber("last_seq").longValueExact())
          .toArray();
    }
  }

  /** Sees that exactly what was sent has been kept since the conversations stood at these ends. */
  void verify(
      List<String> conversations, List<Somebody> viewers, long[] before, List<Exchange> exchanges) {
    long[] after = lastSeqs(conversations, viewers);
    for (int i = 0; i < after.length; i++) {
      long kept = after[i] - before[i];
      int sent = exchanges.get(i).ledger().sent();
      if (kept != sent) {
        faults.report(
            "conversation %s kept %d messages of %d".formatted(conversations.get(i), kept, sent));
      }
    }
  }
}
