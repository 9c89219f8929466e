package dev.parley.base.config;

import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The configuration keys that every provider of single sign-on has, with its id in them. */
public final class ProviderConfigurationKeys {
  /** What stands in a key's pattern for the id of a provider. */
  static final String ID = "<id>";

  private static final String ID_FORM = "[a-z0-9]+(?:-[a-z0-9]+)*";
  private static final Pattern KEY = Pattern.compile("parley\\.sso\\.(" + ID_FORM + ")\\.(\\S+)");
  private static final Pattern IDS = Pattern.compile(ID_FORM + "(?: *, *" + ID_FORM + ")*");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|[\\w-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  private ProviderConfigurationKeys() {}

  /** The ids in a value of {@code parley.sso.providers}. */
  static List<String> ids(String providers) {
    return providers.isBlank() ? List.of() : List.of(providers.strip().split(" *, *"));
  }

  /** Every key of the providers that this value of {@code parley.sso.providers} names. */
  public static List<String> of(String providers) {
    return ids(providers).stream().flatMap(ProviderConfigurationKeys::keys).toList();
  }

  private static Stream<String> keys(String id) {
    return Arrays.stream(ConfigurationKey.values())
        .filter(ConfigurationKey::isOfProviders)
        .map(key -> key.key().replace(ID, id));
  }

  /** The name with the id of a provider replaced by its sign, when it is a key of one. */
  static String pattern(String name) {
    Matcher key = KEY.matcher(name);
    if (key.matches()) {
      return "parley.sso." + ID + "." + key.group(2);
    }
    return name.contains(ID) ? "" : name;
  }

  /** The environment variable of a key, such as {@code PARLEY_SSO_ACME_ISSUER}. */
  public static String environmentName(String key) {
    return key.replaceAll("[.-]", "_").toUpperCase(java.util.Locale.ROOT);
  }

  /** What is missing of a provider, or given for one that is not named, as a sentence. */
  static Optional<String> firstFault(Map<String, String> given) {
    String list = ConfigurationKey.SSO_PROVIDERS.key();
    List<String> ids = ids(given.getOrDefault(list, ""));
    Optional<String> unnamed =
        given.keySet().stream()
            .filter(name -> KEY.matcher(name).matches() && !ids.contains(id(name)))
            .findFirst()
            .map(
                name ->
                    "The configuration key "
                        + name
                        + " is of no provider that "
                        + list
                        + " names.");
    return unnamed.or(() -> missing(given, ids));
  }

  private static String id(String name) {
    Matcher key = KEY.matcher(name);
    return key.matches() ? key.group(1) : "";
  }

  private static Optional<String> missing(Map<String, String> given, List<String> ids) {
    return ids.stream()
        .flatMap(
            id ->
                Stream.of(ConfigurationKey.SSO_ISSUER, ConfigurationKey.SSO_CLIENT_ID)
                    .map(key -> key.key().replace(ID, id)))
        .filter(name -> given.getOrDefault(name, "").isBlank())
        .findFirst()
        .map(name -> "The configuration key " + name + " is missing; each provider needs it.");
  }

  /**
   * The origins of the providers, each after a blank: where the sign-in page fetches their
   * documents and tokens. The configuration alone decides on them, no document of a provider.
   */
  public static String origins(Config config) {
    return ids(
            config.getOptionalValue(ConfigurationKey.SSO_PROVIDERS.key(), String.class).orElse(""))
        .stream()
        .map(id -> ConfigurationKey.SSO_ISSUER.key().replace(ID, id))
        .map(key -> URI.create(config.getValue(key, String.class)))
        .map(issuer -> " " + issuer.getScheme() + "://" + issuer.getRawAuthority())
        .distinct()
        .collect(Collectors.joining());
  }

  static boolean areIds(String value) {
    Set<String> once = new HashSet<>();
    return IDS.matcher(value.strip()).matches() && ids(value).stream().allMatch(once::add);
  }

  static boolean isIssuer(String value) {
    try {
      URI issuer = URI.create(value);
      return issuer.getHost() != null
          && issuer.getUserInfo() == null
          && issuer.getQuery() == null
          && issuer.getFragment() == null
          && (issuer.getScheme().equals("https")
              || issuer.getScheme().equals("http") && LOOPBACK.matcher(issuer.getHost()).matches());
    } catch (IllegalArgumentException | NullPointerException e) {
      return false;
    }
  }
}
