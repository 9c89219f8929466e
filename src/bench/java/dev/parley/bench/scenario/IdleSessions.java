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
  private static final double NANOS_A_MILLI = 1_000_000;
  private static final Duration SETTLING = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public List<Measure> round(Target target, Duration length) {
    Memory before = target.memory();
    List<ClientSocket> sessions = target.idleSessions(count);
    Loop.pause(target.client(), SETTLING);
    Memory with = target.memory();
    CpuTime from = target.cpu();
    Loop.pause(target.client(), length);
    CpuTime cpu = target.cpu().minus(from);
    target.client().forEach(count, i -> sessions.get(i).close());
    Loop.pause(target.client(), SETTLING);
    Memory after = target.memory();
    return measures(
        with.heap() - Math.min(before.heap(), after.heap()),
        with.resident() - before.resident(),
        perSecond(cpu, length));
  }

  private static double perSecond(CpuTime cpu, Duration length) {
    return cpu.server().plus(cpu.database()).toNanos() / NANOS_A_MILLI / length.toSeconds();
  }

  /**
   * Resident memory hardly ever shrinks: it grows in the first round, and later by what that left.
   */
  private List<Measure> measures(long heap, long resident, double cpu) {
    String title = count + " idle sessions";
    return List.of(
        new Measure(title + ": heap", "KiB / socket", share(heap)),
        new Measure(title + ": growth of resident memory", "KiB / socket", share(resident)),
        new Measure(title + ": CPU, server + database", "ms / s", cpu));
  }

  private double share(long memory) {
    return (double) memory / count;
  }
}
