package dev.parley.identity.sso;

import dev.parley.base.request.DisplayText;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The claims of a token, read as what they must be. */
record TokenClaims(Map<String, Object> all) {
  private static final int LONGEST = 255;

  /** How far the clocks of two servers may be apart. */
  static final Duration SKEW = Duration.ofSeconds(30);

  boolean has(String name) {
    return all.get(name) != null;
  }

  /** A text as it is, empty when there is none. */
  String text(String name) {
    return all.get(name) instanceof String text ? text : "";
  }

  /** A text for people to read: one line, not too long, empty when there is none. */
  String label(String name) {
    return DisplayText.cleaned(text(name), LONGEST);
  }

  /** A text that names something, so it must be there and stay as it is. */
  String key(String name) throws TokenRefused {
    String text = text(name);
    if (text.length() > LONGEST || !DisplayText.isLine(text)) {
      throw new TokenRefused("without a usable " + name);
    }
    return text;
  }

  /** The same, empty when there is none. */
  String keyIfAny(String name) throws TokenRefused {
    return has(name) ? key(name) : "";
  }

  /** One text or several. */
  Set<String> texts(String name) {
    return texts(all.get(name));
  }

  private static Set<String> texts(Object value) {
    Collection<?> several = value instanceof Collection<?> many ? many : Arrays.asList(value);
    return several.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same of a claim inside others, such as {@code realm_access.roles}. */
  Set<String> textsAt(String path) {
    if (has(path)) {
      return texts(path);
    }
    Object value = all;
    for (String step : List.of(path.split("\\."))) {
      value = value instanceof Map<?, ?> inner ? inner.get(step) : null;
    }
    return texts(value);
  }

  private Instant moment(String name) throws TokenRefused {
    if (!(all.get(name) instanceof Number seconds)
        || seconds.longValue() < 0
        || seconds.longValue() > Integer.MAX_VALUE * 2L) {
      throw new TokenRefused("without a usable " + name);
    }
    return Instant.ofEpochSecond(seconds.longValue());
  }

  /** When it was issued, which cannot be in the future. */
  Instant issuedAt(Instant now) throws TokenRefused {
    Instant issued = moment("iat");
    boolean early = has("nbf") && moment("nbf").isAfter(now.plus(SKEW));
    if (early || issued.isAfter(now.plus(SKEW))) {
      throw new TokenRefused("of the future");
    }
    return issued;
  }

  /** When it expires, which must be to come. */
  Instant expiresAt(Instant now) throws TokenRefused {
    Instant expires = moment("exp");
    if (!expires.isAfter(now.minus(SKEW))) {
      throw new TokenRefused("expired");
    }
    return expires;
  }
}
