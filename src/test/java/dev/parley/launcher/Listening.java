package dev.parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A TCP socket on which a process listens, as the kernel of Linux tells it. */
public record Listening(String address, int port) implements Comparable<Listening> {
  private static final String STATE_LISTEN = "0A";

  /** The listening sockets of one process. */
  static Set<Listening> of(long process) throws IOException {
    Set<String> inodes = inodes(process);
    Set<Listening> found = new TreeSet<>();
    for (String table : new String[] {"tcp", "tcp6"}) {
      try (Stream<String> lines = Files.lines(Path.of("/proc", "" + process, "net", table))) {
        lines
            .skip(1)
            .map(line -> line.trim().split("\\s+"))
            .filter(columns -> columns[3].equals(STATE_LISTEN) && inodes.contains(columns[9]))
            .map(columns -> columns[1].split(":"))
            .map(local -> new Listening(local[0], Integer.parseInt(local[1], 16)))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** The ports on which a process listens for more than its own machine. */
  public static Set<Integer> beyondLoopback(long process) throws IOException {
    return of(process).stream()
        .filter(socket -> !socket.onLoopback())
        .map(Listening::port)
        .collect(Collectors.toSet());
  }

  private static Set<String> inodes(long process) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc", "" + process, "fd"))) {
      return files
          .map(Listening::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring(8, target.length() - 1))
          .collect(Collectors.toSet());
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (NoSuchFileException closedMeanwhile) {
      return "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** 127.0.0.1, ::1 or 127.0.0.1 written as IPv6, in the kernel's byte order. */
  boolean onLoopback() {
    return address.equals("0100007F")
        || address.equals("00000000000000000000000001000000")
        || address.equals("0000000000000000FFFF00000100007F");
  }

  @Override
  public int compareTo(Listening other) {
    return (address + port).compareTo(other.address + other.port);
  }
}
