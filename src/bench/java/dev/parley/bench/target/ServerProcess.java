package dev.parley.bench.target;

import dev.parley.bench.measure.BenchmarkFailure;
import dev.parley.bench.measure.ProcessStat;
import dev.parley.bench.target.Target.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A server's Java process, seen from outside. */
record ServerProcess(ProcessHandle handle) {
  private static final long BYTES_A_KIB = 1024;

  /** The processor time of the process itself, without its children. */
  Duration cpu() {
    return ProcessStat.of(handle.pid())
        .orElseThrow(() -> new BenchmarkFailure("the server has ended"))
        .own();
  }

  /** Its memory after a full collection, which counting all live objects brings about. */
  Memory memory() {
    try {
      // What the first collection makes reachable to the reference handler goes with the second.
      jcmd("GC.run");
      long heap = totalBytes(jcmd("GC.class_histogram")) / BYTES_A_KIB;
      try (Stream<String> lines = Files.lines(Path.of("/proc/" + handle.pid() + "/status"))) {
        String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
        return new Memory(Long.parseLong(line.replaceAll("\\D", "")), heap);
      }
    } catch (IOException e) {
      throw new BenchmarkFailure("the server's memory cannot be read", e);
    }
  }

  private static long totalBytes(String output) {
    String total =
        output.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
    return Long.parseLong(total.trim().split("\\s+")[2]);
  }

  private String jcmd(String command) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), String.valueOf(handle.pid()), command)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes());
  }
}
