package dev.parley.bench.scenario;

import dev.parley.bench.client.ClientSocket;
import dev.parley.bench.measure.CpuTime;
import dev.parley.bench.measure.Measure;
import dev.parley.bench.target.Target;
import dev.parley.bench.target.Target.Memory;
import java.time.Duration;
import java.util.List;

/** People who are there and say nothing: what their open sessions cost. */
public record IdleSessions(int count) implements Scenario {
  private static final double MILLION = 1_000_000;
  private static final Duration SETTLING = Duration.ofSeconds(1);

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public List<Measure> round(Target target, Duration length) {
    Memory without = target.memory();
    List<ClientSocket> sessions = target.idleSessions(count);
    try {
      Loop.pause(target.client(), SETTLING);
      Memory with = target.memory();
      CpuTime before = target.cpu();
      Loop.pause(target.client(), length);
      return measures(without, with, target.cpu().minus(before), length);
    } finally {
      target.client().forEach(count, i -> sessions.get(i).close());
    }
  }

  private List<Measure> measures(Memory without, Memory with, CpuTime cpu, Duration length) {
    String title = count + " idle sessions";
    double nanos = cpu.server().plus(cpu.database()).toNanos();
    return List.of(
        new Measure(title + ": heap", "KiB / socket", share(with.heap() - without.heap())),
        new Measure(
            title + ": resident memory",
            "KiB / socket",
            share(with.resident() - without.resident())),
        new Measure(
            title + ": CPU, server + database", "ms / s", nanos / MILLION / length.toSeconds()));
  }

  private double share(long memory) {
    return (double) memory / count;
  }
}
