package dev.parley.bench;

import dev.parley.bench.client.LoadClient;
import dev.parley.bench.measure.Faults;
import dev.parley.bench.scenario.Scenario;
import dev.parley.bench.target.ParleyTarget;
import dev.parley.bench.target.RelayTarget;
import dev.parley.bench.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the benchmark and writes its report to {@code target/bench/report.md}. */
public final class Benchmark {
  private final BenchmarkSettings settings;
  private final Report report = new Report();

  private Benchmark(BenchmarkSettings settings) {
    this.settings = settings;
  }

  /** Takes its settings from the system properties {@code bench.*}. */
  public static void main(String[] arguments) {
    // Maven ends without ending its children.
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    try {
      new Benchmark(BenchmarkSettings.from(System.getProperties())).run();
    } catch (Exception e) {
      System.err.println("The benchmark failed: " + e.getMessage());
      e.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  private void run() throws Exception {
    try (LoadClient client = new LoadClient(new Faults());
        ParleyTarget parley = ParleyTarget.start(client);
        RelayTarget relay = RelayTarget.start(client, settings.stock())) {
      report.facts(MachineFacts.gather(parley.database()));
      report.facts(settings.facts());
      List<Target> targets = List.of(parley, relay);
      targets.forEach(this::warmUp);
      settings.scenarios().forEach(scenario -> rounds(scenario, targets));
    }
    Path file = Path.of(System.getProperty("parley.basedir", ""), "target", "bench", "report.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, report.markdown());
    System.out.println(report.markdown());
  }

  private void warmUp(Target target) {
    say("warming up " + target.name());
    settings.scenarios().get(0).round(target, settings.warmUp());
  }

  private void rounds(Scenario scenario, List<Target> targets) {
    targets.forEach(target -> scenario.round(target, settings.shortWarmUp()));
    for (int round = 1; round <= settings.rounds(); round++) {
      for (Target target : targets) {
        say(scenario + ", round " + round + ", " + target.name());
        report.add(target.name(), scenario.round(target, settings.round()));
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
