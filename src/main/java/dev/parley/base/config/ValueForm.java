package dev.parley.base.config;

import dev.parley.base.request.TrustedProxies;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The form that values of a configuration key have, and what it is called when one has not. */
enum ValueForm {
  ANY("any text", value -> true),
  TEXT("a text", value -> !value.isBlank()),
  PORT("a port from 1 to 65535", value -> number(value) >= 1 && number(value) <= 65535),
  OPTIONAL_PORT(
      "a port from 1 to 65535 or empty", value -> value.isEmpty() || PORT.test.test(value)),
  POSITIVE("a whole number above 0", value -> number(value) > 0),
  COUNT("a whole number (0 turns the limit off)", value -> number(value) >= 0),
  BYTES("a whole number of bytes (0 turns the limit off)", value -> value.matches("\\d{1,15}")),
  BOOLEAN("true or false", value -> value.equals("true") || value.equals("false")),
  TEXT_OR_JSON("text or json", value -> value.equals("text") || value.equals("json")),
  OPEN_OR_CLOSED("open or closed", value -> value.equals("open") || value.equals("closed")),
  DURATION(
      "an ISO-8601 duration such as PT10M or P7D (PT0S turns it off)",
      value -> duration(value).filter(wait -> !wait.isNegative()).isPresent()),
  WAIT(
      "an ISO-8601 duration such as PT10M or P7D (0 turns it off)",
      value -> value.equals("0") || DURATION.test.test(value)),
  LIFE(
      "an ISO-8601 duration above zero, such as PT10M or P7D",
      value -> duration(value).filter(ValueForm::isPositive).isPresent()),
  TOKEN_LIFE(
      "an ISO-8601 duration above zero and at most PT10M",
      value ->
          duration(value)
              .filter(ValueForm::isPositive)
              .filter(life -> life.compareTo(Duration.ofMinutes(10)) <= 0)
              .isPresent()),
  KEY_LIFE(
      "an ISO-8601 duration of at least PT20S",
      value -> duration(value).filter(life -> life.toSeconds() >= 20).isPresent()),
  PAUSE(
      "an ISO-8601 duration of a second or more such as PT25S",
      value -> duration(value).filter(pause -> pause.toSeconds() > 0).isPresent()),
  URL(
      "an http or https URL without a path",
      value -> value.matches("https?://[^/?#]+") && uri(value)),
  PROXIES(
      "addresses and CIDR blocks such as 10.0.0.5, 10.1.0.0/16 or 2001:db8::/64, comma separated",
      TrustedProxies::areWellFormed),
  IDS(
      "ids of a-z, 0-9 and -, comma separated, each once",
      value -> value.isEmpty() || ProviderConfigurationKeys.areIds(value)),
  ISSUER(
      "an https URL without query and fragment (http only for a provider on this machine)",
      value -> value.isEmpty() || ProviderConfigurationKeys.isIssuer(value)),
  SCOPES(
      "scopes with openid among them, separated by blanks",
      value -> List.of(value.split(" ")).contains("openid")),
  SUBJECT(
      "a mail address such as mailto:admin@example.org, an https URL, or empty",
      value -> value.isEmpty() || value.matches("mailto:[^\\s@]+@[^\\s@]+|https://[^\\s/]+\\S*")),
  ORIGINS(
      "origins such as https://push.example.org or https://*.example.org, comma separated (http only on this machine)",
      AllowedOrigins::areWellFormed),
  JDBC(
      "a URL like jdbc:postgresql://host:5432/name",
      value -> value.isEmpty() || value.matches("jdbc:postgresql:[^@?]*(\\?.*)?"));

  private final String wanted;
  private final Predicate<String> test;

  ValueForm(String wanted, Predicate<String> test) {
    this.wanted = wanted;
    this.test = test;
  }

  /** In words, to come after "must be". */
  String wanted() {
    return wanted;
  }

  boolean accepts(String value) {
    return test.test(value);
  }

  private static long number(String value) {
    return value.matches("\\d{1,9}") ? Long.parseLong(value) : -1;
  }

  private static boolean uri(String value) {
    try {
      return URI.create(value).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  private static Optional<Duration> duration(String value) {
    try {
      return Optional.of(Duration.parse(value));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
