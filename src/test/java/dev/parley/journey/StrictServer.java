package dev.parley.journey;

import java.util.Map;

/** A server with small limits and short lives, started at its first use for all who need one. */
final class StrictServer {
  static final int PENDING = 3;
  static final int A_DAY = 5;
  static final int LINKS = 2;
  static final int QUOTA = 200_000;

  private static final ParleyServer SERVER =
      ParleyServer.start(
          "it-strict-server",
          Map.of(
              "parley.limits.pending-requests",
              String.valueOf(PENDING),
              "parley.limits.requests-per-day",
              String.valueOf(A_DAY),
              "parley.limits.connection-links",
              String.valueOf(LINKS),
              "parley.limits.link-uses",
              "3",
              "parley.limits.attachment-quota",
              String.valueOf(QUOTA),
              "parley.limits.note-length",
              "10",
              "parley.limits.request-cooldown",
              "PT2S",
              "parley.limits.request-expiry",
              "PT10S"));

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  private StrictServer() {}

  static ParleyServer shared() {
    return SERVER;
  }
}
