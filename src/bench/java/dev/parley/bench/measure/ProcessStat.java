package dev.parley.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of {@code /proc/<pid>/stat}: the processor time of a process and of those children of it
 * that have ended.
 */
public record ProcessStat(Duration own, Duration endedChildren) {
  /** Linux counts in hundredths of a second here on every architecture. */
  private static final long MILLIS_A_TICK = 10;

  private static final int USER = 11;

  /** Reads a line; the name of the program, in parentheses, may hold blanks and parentheses. */
  static ProcessStat read(String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    return new ProcessStat(
        ticks(fields[USER], fields[USER + 1]), ticks(fields[USER + 2], fields[USER + 3]));
  }

  private static Duration ticks(String user, String system) {
    return Duration.ofMillis((Long.parseLong(user) + Long.parseLong(system)) * MILLIS_A_TICK);
  }

  /** The line of a process; empty when it has ended. */
  public static Optional<ProcessStat> of(long pid) {
    try {
      return Optional.of(read(Files.readString(Path.of("/proc/" + pid + "/stat"))));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  /**
   * The processor time of a process and all that it has ever started. Who has ended and been waited
   * for is counted with its parent, so nothing is lost when a child ends between two readings.
   */
  public static Duration ofTree(ProcessHandle root) {
    return sum(
        Stream.concat(Stream.of(root), root.descendants())
            .flatMap(process -> of(process.pid()).stream()));
  }

  static Duration sum(Stream<ProcessStat> processes) {
    return processes
        .map(process -> process.own.plus(process.endedChildren))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
