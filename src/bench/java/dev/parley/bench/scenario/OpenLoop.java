package dev.parley.bench.scenario;

import dev.parley.bench.measure.Latencies;
import dev.parley.bench.measure.Measure;
import dev.parley.bench.measure.Schedule;
import dev.parley.bench.measure.Stretch;
import dev.parley.bench.measure.Stretch.Mark;
import dev.parley.bench.target.Exchange;
import dev.parley.bench.target.Exchanges;
import dev.parley.bench.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Pairs who talk at a fixed rate all together, whether or not the server keeps up. */
public record OpenLoop(int pairs, int perSecond) implements Scenario {
  private static final double[] PERCENTILES = {50, 99, 99.9};
  private static final int SETTLING_SECONDS = 1;
  private static final long HEAD_START = TimeUnit.MILLISECONDS.toNanos(50);

  @Override
  public String name() {
    return "open";
  }

  @Override
  public List<Measure> round(Target target, Duration length) {
    try (Exchanges exchanges = target.pairs(pairs)) {
      int first = perSecond * SETTLING_SECONDS;
      int last = first + (int) (perSecond * length.toSeconds());
      Schedule schedule = new Schedule(System.nanoTime() + HEAD_START, perSecond);
      Latencies latencies = new Latencies(schedule, first);
      target.client().run(() -> record(exchanges.all(), latencies));
      send(exchanges.all(), schedule, 0, first);
      Mark from = Mark.now(0, target.cpu());
      send(exchanges.all(), schedule, first, last);
      Loop.drain(target, exchanges);
      Stretch stretch = from.until(Mark.now(last - first, target.cpu()));
      return measures(target, latencies, stretch);
    }
  }

  private static void record(List<Exchange> exchanges, Latencies latencies) {
    for (int pair = 0; pair < exchanges.size(); pair++) {
      int offset = pair;
      exchanges
          .get(pair)
          .onDelivered(
              number -> latencies.arrived(number * exchanges.size() + offset, System.nanoTime()));
    }
  }

  /** Sends in turns on this thread, which only sleeps and sends. */
  private static void send(List<Exchange> exchanges, Schedule schedule, int from, int to) {
    for (int number = from; number < to; number++) {
      long wait = schedule.intended(number) - System.nanoTime();
      while (wait > 0) {
        LockSupport.parkNanos(wait);
        wait = schedule.intended(number) - System.nanoTime();
      }
      exchanges.get(number % exchanges.size()).send();
    }
  }

  private List<Measure> measures(Target target, Latencies latencies, Stretch stretch) {
    String title = perSecond + " messages / s";
    List<Measure> measures = new ArrayList<>();
    for (double percent : PERCENTILES) {
      String name = title + ": latency p" + String.valueOf(percent).replace(".0", "");
      measures.add(new Measure(name, "ms", latencies.percentile(percent)));
    }
    measures.addAll(stretch.costs(title, "message", target.hasDatabase()));
    return measures;
  }
}
