package dev.parley.bench.scenario;

import dev.parley.bench.client.LoadClient;
import dev.parley.bench.measure.BenchmarkFailure;
import dev.parley.bench.measure.Stretch;
import dev.parley.bench.measure.Stretch.Mark;
import dev.parley.bench.target.Exchange;
import dev.parley.bench.target.Exchanges;
import dev.parley.bench.target.Target;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A closed loop: each sender has a fixed number of messages under way, ever. */
final class Loop {
  private static final Duration SETTLING = Duration.ofSeconds(1);
  private static final Duration DRAIN = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 20;

  private final Target target;
  private final Exchanges exchanges;
  private volatile boolean ending;

  private Loop(Target target, Exchanges exchanges) {
    this.target = target;
    this.exchanges = exchanges;
  }

  /** Runs it for this long, sees that nothing was lost, and says what was done in that time. */
  static Stretch run(Target target, Exchanges exchanges, int inFlight, Duration length) {
    Loop loop = new Loop(target, exchanges);
    target.client().run(() -> exchanges.all().forEach(exchange -> loop.begin(exchange, inFlight)));
    pause(target.client(), SETTLING);
    Mark from = loop.mark();
    pause(target.client(), length);
    Stretch stretch = from.until(loop.mark());
    loop.ending = true;
    drain(target, exchanges);
    if (stretch.done() == 0) {
      throw new BenchmarkFailure(target.name() + " delivered nothing in " + length);
    }
    return stretch;
  }

  private void begin(Exchange exchange, int inFlight) {
    exchange.onSettled(
        number -> {
          if (!ending) {
            exchange.send();
          }
        });
    for (int i = 0; i < inFlight; i++) {
      exchange.send();
    }
  }

  private Mark mark() {
    return Mark.now(exchanges.settled(), target.cpu());
  }

  /** Waits until every message was acknowledged and delivered, and sees that it was kept. */
  static void drain(Target target, Exchanges exchanges) {
    long end = System.nanoTime() + DRAIN.toNanos();
    while (exchanges.unsettled() > 0) {
      if (System.nanoTime() > end) {
        throw new BenchmarkFailure(
            "%s did not deliver %d messages within %s"
                .formatted(target.name(), exchanges.unsettled(), DRAIN));
      }
      pause(target.client(), Duration.ofMillis(POLL_MILLIS));
    }
    exchanges.verify();
  }

  /** Waits; a fault meanwhile ends the run. */
  static void pause(LoadClient client, Duration length) {
    long end = System.nanoTime() + length.toNanos();
    try {
      while (System.nanoTime() < end && client.faults().isEmpty()) {
        TimeUnit.NANOSECONDS.sleep(
            Math.min(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(100)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailure("the run was interrupted", e);
    }
    client.faults().check();
  }
}
