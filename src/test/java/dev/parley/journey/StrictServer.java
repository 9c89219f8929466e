package dev.parley.journey;

import java.util.Map;

/** A server with small limits and short lives, started at its first use for all who need one. */
public final class StrictServer {
  public static final int PENDING = 3;
  public static final int A_DAY = 5;
  public static final int LINKS = 2;
  public static final int QUOTA = 200_000;
  public static final int BROWSERS = 2;
  public static final int WRITES = 80;
  public static final int GROUPS = 3;
  public static final int LINKS_A_DAY = 4;
  public static final int BLOCKS = 2;
  public static final int NOTIFICATIONS = 3;
  public static final int SIGN_INS = 3;
  public static final int PUSHES = 3;

  private static final ParleyServer SERVER =
      ParleyServer.start(
          "it-strict-server",
          Map.ofEntries(
              Map.entry("parley.limits.pending-requests", String.valueOf(PENDING)),
              Map.entry("parley.limits.requests-per-day", String.valueOf(A_DAY)),
              Map.entry("parley.limits.connection-links", String.valueOf(LINKS)),
              Map.entry("parley.limits.link-uses", "3"),
              Map.entry("parley.limits.writes-per-second", "10"),
              Map.entry("parley.limits.writes-burst", String.valueOf(WRITES)),
              Map.entry("parley.limits.costly-calls", "2"),
              Map.entry("parley.limits.groups-per-day", String.valueOf(GROUPS)),
              Map.entry("parley.limits.links-per-day", String.valueOf(LINKS_A_DAY)),
              Map.entry("parley.limits.blocks", String.valueOf(BLOCKS)),
              Map.entry("parley.limits.notifications", String.valueOf(NOTIFICATIONS)),
              Map.entry("parley.limits.sign-ins-per-user", String.valueOf(SIGN_INS)),
              Map.entry("parley.limits.attachment-quota", String.valueOf(QUOTA)),
              Map.entry("parley.limits.note-length", "10"),
              Map.entry("parley.limits.body-wait", "PT2S"),
              Map.entry("parley.limits.answer-wait", "PT2S"),
              Map.entry("parley.limits.request-cooldown", "PT2S"),
              Map.entry("parley.limits.request-expiry", "PT10S"),
              Map.entry("parley.limits.push-subscriptions", String.valueOf(BROWSERS)),
              Map.entry("parley.limits.push-queue", String.valueOf(PUSHES)),
              Map.entry("parley.push.subject", "https://example.org/contact"),
              Map.entry("parley.push.services", PushService.shared().origin())));

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  private StrictServer() {}

  public static ParleyServer shared() {
    return SERVER;
  }
}
