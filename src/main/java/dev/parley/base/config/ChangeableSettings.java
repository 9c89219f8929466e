package dev.parley.base.config;

import dev.parley.base.request.DisplayText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The keys of the configuration that administrators may change while the application runs. */
@ApplicationScoped
public class ChangeableSettings implements KnownSettings {
  private static final int LONGEST_NAME = 64;

  private static final List<KnownSetting> ALL =
      Stream.of(
              text(ConfigurationKey.NAME),
              choice(ConfigurationKey.REGISTRATION, "open", "closed"),
              plain(ConfigurationKey.REGISTRATIONS_PER_ADDRESS, "number"),
              plain(ConfigurationKey.REQUESTS_PER_DAY, "number"),
              plain(ConfigurationKey.PENDING_REQUESTS, "number"),
              plain(ConfigurationKey.REQUEST_COOLDOWN, "duration"),
              plain(ConfigurationKey.ATTACHMENT_BYTES, "number"),
              plain(ConfigurationKey.ATTACHMENT_QUOTA, "number"))
          .toList();

  @Override
  public List<KnownSetting> changeable() {
    return ALL;
  }

  private static KnownSetting plain(ConfigurationKey key, String kind) {
    return new KnownSetting(
        key.key(), key.defaultValue(), key.meaning(), kind, null, key.wanted(), key::accepts);
  }

  private static KnownSetting choice(ConfigurationKey key, String... choices) {
    return new KnownSetting(
        key.key(),
        key.defaultValue(),
        key.meaning(),
        "choice",
        List.of(choices),
        key.wanted(),
        key::accepts);
  }

  private static KnownSetting text(ConfigurationKey key) {
    return new KnownSetting(
        key.key(),
        key.defaultValue(),
        key.meaning(),
        "text",
        null,
        "a line of at most " + LONGEST_NAME + " characters",
        value -> key.accepts(value) && isLine(value));
  }

  private static boolean isLine(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST_NAME && DisplayText.isLine(value);
  }
}
