package dev.parley.bench.scenario;

import dev.parley.bench.measure.Measure;
import dev.parley.bench.measure.Stretch;
import dev.parley.bench.target.Exchanges;
import dev.parley.bench.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pairs who talk as fast as the server lets them, with a few messages of each pair under way. */
public record ClosedLoop(int pairs, int inFlight) implements Scenario {
  @Override
  public String name() {
    return "closed";
  }

  @Override
  public List<Measure> round(Target target, Duration length) {
    String title = pairs + " pairs × " + inFlight;
    try (Exchanges exchanges = target.pairs(pairs)) {
      Stretch stretch = Loop.run(target, exchanges, inFlight, length);
      List<Measure> measures = new ArrayList<>();
      measures.add(new Measure(title + ": messages", "/ s", stretch.perSecond()));
      measures.addAll(stretch.costs(title, "message", target.hasDatabase()));
      return measures;
    }
  }
}
