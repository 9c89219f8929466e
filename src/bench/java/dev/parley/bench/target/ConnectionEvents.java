package dev.parley.bench.target;

import dev.parley.bench.measure.Faults;
import java.util.concurrent.CompletableFuture;

/** What a live session is told of connections: each event that is expected, and no other. */
final class ConnectionEvents {
  private static final String MEMBER = "\"event\":\"";

  private final String name;
  private final Faults faults;
  private String expected = "nothing";
  private CompletableFuture<Void> told = new CompletableFuture<>();

  ConnectionEvents(String name, Faults faults) {
    this.name = name;
    this.faults = faults;
  }

  /** Expects an event; done when it has come. */
  CompletableFuture<Void> expect(String event) {
    expected = event;
    told = new CompletableFuture<>();
    return told;
  }

  void take(String frame) {
    int from = frame.indexOf(MEMBER) + MEMBER.length();
    if (from < MEMBER.length() || !frame.startsWith("connection.", from)) {
      return;
    }
    String event = frame.substring(from, frame.indexOf('"', from));
    if (!event.equals(expected) || told.isDone()) {
      faults.report(name + " was told " + event + " where " + expected + " was expected once");
    }
    told.complete(null);
  }
}
