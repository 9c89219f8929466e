package dev.parley.bench.scenario;

import dev.parley.bench.measure.Measure;
import dev.parley.bench.measure.Stretch;
import dev.parley.bench.measure.Stretch.Mark;
import dev.parley.bench.target.Acquaintances;
import dev.parley.bench.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/**
 * Strangers who connect and part again, told live of each step. All connect, then all part, so that
 * both have a cost of their own.
 */
public record ConnectionCycles(int pairs) implements Scenario {
  @Override
  public String name() {
    return "cycles";
  }

  @Override
  public List<Measure> round(Target target, Duration length) {
    try (Acquaintances acquaintances = target.acquaintances(pairs)) {
      stretch(target, acquaintances::connect);
      stretch(target, acquaintances::part);
      long end = System.nanoTime() + length.toNanos();
      Stretch connecting = stretch(target, acquaintances::connect);
      Stretch parting = stretch(target, acquaintances::part);
      while (System.nanoTime() < end) {
        connecting = connecting.plus(stretch(target, acquaintances::connect));
        parting = parting.plus(stretch(target, acquaintances::part));
      }
      return measures(target, connecting, parting);
    }
  }

  private Stretch stretch(Target target, IntFunction<CompletableFuture<Void>> act) {
    Mark from = Mark.now(0, target.cpu());
    target.client().forEach(pairs, Acquaintances.AT_A_TIME, act);
    target.client().faults().check();
    return from.until(Mark.now(pairs, target.cpu()));
  }

  private static List<Measure> measures(Target target, Stretch connecting, Stretch parting) {
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure("request + accept: cycles", "/ s", connecting.perSecond()));
    measures.addAll(connecting.costs("request + accept", "cycle", target.hasDatabase()));
    measures.addAll(parting.costs("remove", "act", target.hasDatabase()));
    return measures;
  }
}
