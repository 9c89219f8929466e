package dev.parley.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Work done in a stretch of time, and what it cost. */
public record Stretch(long done, Duration time, CpuTime cpu) {
  private static final double NANOS_A_SECOND = 1_000_000_000d;
  private static final double NANOS_A_MICRO = 1_000d;

  /** A moment: how much was done by then. */
  public record Mark(long done, long nanos, CpuTime cpu) {

    /** The moment that is now. */
    public static Mark now(long done, CpuTime cpu) {
      return new Mark(done, System.nanoTime(), cpu);
    }

    /** What was done since then, up to a later moment. */
    public Stretch until(Mark later) {
      return new Stretch(
          later.done - done, Duration.ofNanos(later.nanos - nanos), later.cpu.minus(cpu));
    }
  }

  public Stretch plus(Stretch other) {
    return new Stretch(
        done + other.done,
        time.plus(other.time),
        new CpuTime(
            cpu.server().plus(other.cpu.server()),
            cpu.database().plus(other.cpu.database()),
            cpu.client().plus(other.cpu.client())));
  }

  public double perSecond() {
    return done * NANOS_A_SECOND / time.toNanos();
  }

  /**
   * The processor time of one piece of work, in microseconds.
   *
   * @param scenario how the figures' names begin
   * @param piece what one piece of work is called
   * @param hasDatabase whether the server has one
   */
  public List<Measure> costs(String scenario, String piece, boolean hasDatabase) {
    String unit = "µs / " + piece;
    List<Measure> costs = new ArrayList<>();
    costs.add(
        new Measure(
            scenario + ": CPU, server + database",
            unit,
            micros(cpu.server().plus(cpu.database()))));
    if (hasDatabase) {
      costs.add(new Measure(scenario + ": CPU, server alone", unit, micros(cpu.server())));
      costs.add(new Measure(scenario + ": CPU, database alone", unit, micros(cpu.database())));
    }
    costs.add(new Measure(scenario + ": CPU, load generator", unit, micros(cpu.client())));
    return costs;
  }

  private double micros(Duration cost) {
    return cost.toNanos() / NANOS_A_MICRO / done;
  }
}
