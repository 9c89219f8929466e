package dev.parley.journey;

import dev.parley.base.config.ConfigurationKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A server with all limits as they are by default, started at its first use for all who need one.
 * Its clients say in {@code X-Forwarded-For} where they are, so that each test has addresses of its
 * own.
 */
public final class DefaultServer {
  private static final ParleyServer SERVER = ParleyServer.start("it-default-server", settings());

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  private DefaultServer() {}

  public static ParleyServer shared() {
    return SERVER;
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    Stream.of(ConfigurationKey.values())
        .filter(key -> key.key().startsWith("parley.limits."))
        .forEach(key -> settings.put(key.key(), key.defaultValue()));
    settings.put("parley.trusted-proxies", "127.0.0.1,0:0:0:0:0:0:0:1");
    return settings;
  }
}
