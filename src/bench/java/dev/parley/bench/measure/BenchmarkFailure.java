package dev.parley.bench.measure;

/** Why the benchmark's figures cannot be trusted, as one sentence. */
public final class BenchmarkFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BenchmarkFailure(String sentence) {
    super(sentence);
  }

  public BenchmarkFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
