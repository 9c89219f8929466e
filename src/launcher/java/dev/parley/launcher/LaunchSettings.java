package dev.parley.launcher;

import dev.parley.platform.ConfigurationKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The {@code parley.*} settings of one start: command line first, then environment, then defaults.
 */
final class LaunchSettings {
  private final Path project;
  private final Map<String, String> given = new TreeMap<>();

  LaunchSettings(Path project, Properties commandLine, Map<String, String> environment) {
    this.project = project;
    for (ConfigurationKey key : ConfigurationKey.values()) {
      String value = environment.get(key.environmentName());
      if (value != null) {
        given.put(key.key(), value);
      }
    }
    commandLine.stringPropertyNames().stream()
        .filter(name -> name.matches("(parley|mp|otel)\\..+"))
        .forEach(name -> given.put(name, commandLine.getProperty(name)));
    if (!given.containsKey(ConfigurationKey.PUBLIC_URL.key())) {
      given.put(
          ConfigurationKey.PUBLIC_URL.key(), "http://localhost:" + text(ConfigurationKey.PORT));
    }
    ConfigurationKey.firstFault(given)
        .ifPresent(
            fault -> {
              throw new StartFailure(fault);
            });
  }

  String text(ConfigurationKey key) {
    return given.getOrDefault(key.key(), key.defaultValue());
  }

  int port() {
    return Integer.parseInt(text(ConfigurationKey.PORT));
  }

  /** The port of the operational paths, 0 when there is none. */
  int opsPort() {
    String port = text(ConfigurationKey.OPS_PORT);
    return port.isEmpty() ? 0 : Integer.parseInt(port);
  }

  /** Whether a database was named; otherwise the embedded one is used. */
  boolean namesDatabase() {
    return !text(ConfigurationKey.DB_URL).isEmpty();
  }

  Path dataDirectory() {
    return project.resolve(text(ConfigurationKey.DATA_DIR)).toAbsolutePath().normalize();
  }

  Path project() {
    return project;
  }

  /** Hands the settings to the server that runs in this process. */
  void publish() {
    given.forEach(System::setProperty);
  }

  void set(ConfigurationKey key, String value) {
    given.put(key.key(), value);
  }
}
