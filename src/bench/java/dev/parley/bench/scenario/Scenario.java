package dev.parley.bench.scenario;

import dev.parley.bench.measure.Measure;
import dev.parley.bench.target.Target;
import java.time.Duration;
import java.util.List;

/** Something that a server has to do, measured in rounds. */
public interface Scenario {

  /** The word that chooses it on the command line. */
  String name();

  /**
   * Does it for this long and returns the figures.
   *
   * @throws dev.parley.bench.measure.BenchmarkFailure when the server did not do it right
   */
  List<Measure> round(Target target, Duration length);
}
