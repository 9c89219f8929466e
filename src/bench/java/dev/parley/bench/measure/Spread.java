package dev.parley.bench.measure;

import java.util.Collection;
import java.util.List;

/** Minimum, median and maximum of the rounds. */
public record Spread(double min, double median, double max) {

  /**
   * The spread of these values; of an even number of them the median is the mean of the middle two.
   */
  public static Spread of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no rounds");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
  }
}
