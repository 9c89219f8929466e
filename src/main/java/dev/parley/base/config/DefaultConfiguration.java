package dev.parley.base.config;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The defaults of all keys, below every other source; empty defaults are left out, so those keys
 * are absent.
 */
public class DefaultConfiguration implements ConfigSource {
  private static final Map<String, String> DEFAULTS =
      Stream.of(ConfigurationKey.values())
          .filter(key -> !key.defaultValue().isEmpty() && !key.isOfProviders())
          .collect(Collectors.toMap(ConfigurationKey::key, ConfigurationKey::defaultValue));

  @Override
  public Set<String> getPropertyNames() {
    return DEFAULTS.keySet();
  }

  @Override
  public String getValue(String name) {
    if (name.startsWith("parley.sso.")) {
      return ConfigurationKey.of(name)
          .map(ConfigurationKey::defaultValue)
          .filter(value -> !value.isEmpty())
          .orElse(null);
    }
    return DEFAULTS.get(name);
  }

  @Override
  public String getName() {
    return "Parley defaults";
  }

  @Override
  public int getOrdinal() {
    return 10;
  }
}
