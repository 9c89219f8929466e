package dev.parley.base.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The push services that may be called: origins, of which the first label of the host may be {@code
 * *}, for one label or more. Nothing else is called for anybody, whatever a browser says.
 */
public final class AllowedOrigins {
  private static final Pattern ORIGIN =
      Pattern.compile("(https?)://((?:\\*\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*)(?::(\\d{1,5}))?");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}");
  private static final Pattern ANY_OF_TOO_MANY = Pattern.compile("\\*\\.[^.]*");
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final List<Service> all;

  private AllowedOrigins(List<Service> all) {
    this.all = all;
  }

  /** One of them, as it is configured. */
  private record Service(String name, String scheme, String host, int port) {
    boolean takes(URI endpoint) {
      return scheme.equals(endpoint.getScheme())
          && port == portOf(endpoint)
          && isHost(endpoint.getHost().toLowerCase(Locale.ROOT));
    }

    private boolean isHost(String given) {
      return host.startsWith("*.")
          ? given.endsWith(host.substring(1)) && given.length() >= host.length()
          : given.equals(host);
    }
  }

  /** The services of a list that is separated by commas. */
  public static AllowedOrigins of(String list) {
    return new AllowedOrigins(
        entries(list).map(AllowedOrigins::service).flatMap(Optional::stream).toList());
  }

  /**
   * Whether each entry of a list is such an origin: by https, by http on this machine only, and no
   * star for a whole top-level domain.
   */
  public static boolean areWellFormed(String list) {
    return entries(list).map(AllowedOrigins::service).allMatch(Optional::isPresent);
  }

  private static Stream<String> entries(String list) {
    return Stream.of(list.split(",", -1)).map(String::strip);
  }

  private static Optional<Service> service(String entry) {
    Matcher origin = ORIGIN.matcher(entry);
    if (!origin.matches() || ANY_OF_TOO_MANY.matcher(origin.group(2)).matches()) {
      return Optional.empty();
    }
    String scheme = origin.group(1);
    if (scheme.equals("http") && !LOOPBACK.matcher(origin.group(2)).matches()) {
      return Optional.empty();
    }
    int port = origin.group(3) == null ? usualPort(scheme) : Integer.parseInt(origin.group(3));
    return Optional.of(new Service(entry, scheme, origin.group(2), port));
  }

  private static int usualPort(String scheme) {
    return scheme.equals("https") ? HTTPS : HTTP;
  }

  private static int portOf(URI endpoint) {
    return endpoint.getPort() < 0 ? usualPort(endpoint.getScheme()) : endpoint.getPort();
  }

  /** The service, by its configured name, that an address is of. */
  public Optional<String> serviceOf(URI endpoint) {
    boolean isPlain =
        endpoint.getScheme() != null
            && endpoint.getHost() != null
            && endpoint.getRawUserInfo() == null
            && endpoint.getRawFragment() == null;
    return isPlain
        ? all.stream().filter(one -> one.takes(endpoint)).map(Service::name).findFirst()
        : Optional.empty();
  }
}
