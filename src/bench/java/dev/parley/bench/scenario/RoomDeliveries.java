package dev.parley.bench.scenario;

import dev.parley.bench.measure.Measure;
import dev.parley.bench.measure.Stretch;
import dev.parley.bench.target.Exchanges;
import dev.parley.bench.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A group in which one member talks and all others, with live sessions, get it. The next message
 * follows when everybody has the last: in a large group the journal tells of the newest message
 * only, and so none is left to be read over REST.
 */
public record RoomDeliveries(int members) implements Scenario {
  @Override
  public String name() {
    return "room";
  }

  @Override
  public List<Measure> round(Target target, Duration length) {
    String title = "room of " + members;
    try (Exchanges exchanges = target.room(members)) {
      Stretch messages = Loop.run(target, exchanges, 1, length);
      int receivers = exchanges.all().get(0).receivers();
      Stretch deliveries =
          new Stretch(messages.done() * receivers, messages.time(), messages.cpu());
      List<Measure> measures = new ArrayList<>();
      measures.add(new Measure(title + ": deliveries", "/ s", deliveries.perSecond()));
      measures.addAll(deliveries.costs(title, "delivery", target.hasDatabase()));
      return measures;
    }
  }
}
