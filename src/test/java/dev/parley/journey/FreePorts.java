package dev.parley.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that start some time later: below those that outgoing connections get, each
 * given once, and none that tests in another JVM are given at the same time.
 */
public final class FreePorts {
  private static final int LOWEST = 20_000;
  private static final int EACH = 3_000;
  private static final int FORKS = 4;
  private static final int FIRST = LOWEST + EACH * (Integer.getInteger("parley.fork", 0) % FORKS);
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  /** One that nobody listens on. */
  public static int next() {
    return ThreadLocalRandom.current()
        .ints(FIRST, FIRST + EACH)
        .filter(FreePorts::isFree)
        .filter(GIVEN::add)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.getLocalPort() == port;
    } catch (IOException e) {
      return false;
    }
  }
}
