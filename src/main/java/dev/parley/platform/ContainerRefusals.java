package dev.parley.platform;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.ContentEncoding;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.ParsingResult;

/**
 * Gives the security headers to what the server refuses before the application sees it, such as a
 * malformed request line; it is asked as an encoding that never encodes, the last step before a
 * response is written.
 */
@ApplicationScoped
public class ContainerRefusals implements ContentEncoding {
  private static final Logger LOG = Logger.getLogger(ContainerRefusals.class.getName());
  private static final String ADMIN_CONSOLE = "admin-listener";
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "X-Frame-Options", "DENY");

  private final List<HttpCodecFilter> codecs = new ArrayList<>();

  void begin(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
    try {
      for (Object proxy : listeners()) {
        Object listener = proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
        if (ADMIN_CONSOLE.equals(listener.getClass().getMethod("getName").invoke(listener))) {
          continue;
        }
        Method filters = listener.getClass().getMethod("getFilters", Class.class);
        for (Object codec : (List<?>) filters.invoke(listener, HttpCodecFilter.class)) {
          codecs.add((HttpCodecFilter) codec);
        }
      }
      codecs.forEach(codec -> codec.addContentEncoding(this));
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.WARNING, "What the server itself refuses carries no security headers", e);
    }
  }

  @PreDestroy
  void end() {
    codecs.forEach(codec -> codec.removeContentEncoding(this));
  }

  /** The server's own classes are no API, so they are reached by name. */
  private static Collection<?> listeners() throws ReflectiveOperationException {
    ClassLoader server = HttpCodecFilter.class.getClassLoader();
    Class<?> service =
        Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService", true, server);
    Object locator =
        Class.forName("org.glassfish.internal.api.Globals", true, server)
            .getMethod("getDefaultHabitat")
            .invoke(null);
    Object grizzly =
        Class.forName("org.glassfish.hk2.api.ServiceLocator", true, server)
            .getMethod("getService", Class.class, Annotation[].class)
            .invoke(locator, service, new Annotation[0]);
    Field proxies = service.getDeclaredField("proxies");
    proxies.setAccessible(true);
    return (Collection<?>) proxies.get(grizzly);
  }

  @Override
  public boolean wantEncode(HttpHeader header) {
    if (header instanceof HttpResponsePacket response
        && !response.containsHeader("X-Content-Type-Options")) {
      complete(response);
    }
    return false;
  }

  private static void complete(HttpResponsePacket response) {
    String address = String.valueOf(response.getRequest().getRequestURI());
    if (response.getStatus() == 200 && BROKEN_ESCAPE.matcher(address).find()) {
      // The server fails on it inside and would answer that all is well.
      response.setStatus(400);
      response.setReasonPhrase("Bad Request");
    }
    if (response.getStatus() >= 300) {
      HEADERS.forEach(response::setHeader);
    }
  }

  @Override
  public String getName() {
    return "parley-refusal";
  }

  @Override
  public String[] getAliases() {
    return new String[0];
  }

  @Override
  public boolean wantDecode(HttpHeader header) {
    return false;
  }

  @Override
  public ParsingResult decode(
      @SuppressWarnings("rawtypes") Connection connection, HttpContent content) {
    throw new UnsupportedOperationException("It never decodes.");
  }

  @Override
  public HttpContent encode(
      @SuppressWarnings("rawtypes") Connection connection, HttpContent content) {
    throw new UnsupportedOperationException("It never encodes.");
  }
}
