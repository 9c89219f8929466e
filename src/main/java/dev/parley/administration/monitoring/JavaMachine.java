package dev.parley.administration.monitoring;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Instant;

/** What the Java machine says of itself. */
final class JavaMachine {
  private JavaMachine() {}

  static NodeFigures.Jvm now(long gcMillisPerMinute) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new NodeFigures.Jvm(
        heap.getUsed(),
        heap.getMax(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        cpuLoad(),
        gcMillisPerMinute,
        ManagementFactory.getRuntimeMXBean().getUptime() / 1_000);
  }

  /** Milliseconds spent on collecting garbage since the start. */
  static long gcMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .filter(millis -> millis > 0)
        .sum();
  }

  static Instant startedAt() {
    return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  /** The machine's name and the process's number, which together are no other node's. */
  static String name() {
    String[] name = ManagementFactory.getRuntimeMXBean().getName().split("@", 2);
    return name.length == 2 ? name[1] + '/' + name[0] : name[0];
  }

  private static double cpuLoad() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? Math.max(0, Math.round(system.getProcessCpuLoad() * 1_000) / 1_000.0)
        : 0;
  }
}
