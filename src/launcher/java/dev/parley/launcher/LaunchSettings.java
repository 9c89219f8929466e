package dev.parley.launcher;

import dev.parley.base.config.ConfigurationKey;
import dev.parley.base.config.ProviderConfigurationKeys;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The {@code parley.*} settings of one start: command line first, then environment, then defaults.
 */
final class LaunchSettings {
  /** Set by the profile that tries single sign-on. */
  private static final String KEYCLOAK_PORT = "PARLEY_LAUNCHER_KEYCLOAK_PORT";

  private final Path project;
  private final Optional<Integer> keycloakPort;
  private final Map<String, String> given = new TreeMap<>();

  LaunchSettings(Path project, Properties commandLine, Map<String, String> environment) {
    this.project = project;
    given.putAll(
        ConfigurationKey.valuesFrom(
            name ->
                Optional.ofNullable(
                    commandLine.getProperty(
                        name, environment.get(ProviderConfigurationKeys.environmentName(name))))));
    commandLine.stringPropertyNames().stream()
        .filter(name -> name.matches("(parley|mp|otel)\\..+"))
        .forEach(name -> given.put(name, commandLine.getProperty(name)));
    if (!given.containsKey(ConfigurationKey.PUBLIC_URL.key())) {
      given.put(
          ConfigurationKey.PUBLIC_URL.key(), "http://localhost:" + text(ConfigurationKey.PORT));
    }
    keycloakPort = Optional.ofNullable(environment.get(KEYCLOAK_PORT)).map(Integer::valueOf);
    keycloakPort.ifPresent(this::addKeycloak);
    ConfigurationKey.firstFault(given)
        .ifPresent(
            fault -> {
              throw new StartFailure(fault);
            });
  }

  /** The port of the Keycloak that is to run beside Parley, as its only provider. */
  Optional<Integer> keycloakPort() {
    return keycloakPort;
  }

  private void addKeycloak(int port) {
    given.put("parley.sso.providers", "keycloak");
    given.put("parley.sso.keycloak.issuer", Keycloak.issuer(port));
    given.put("parley.sso.keycloak.client-id", "parley");
    given.put("parley.sso.keycloak.label", "Keycloak");
    given.put("parley.sso.keycloak.admin-group", "chat-admins");
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
