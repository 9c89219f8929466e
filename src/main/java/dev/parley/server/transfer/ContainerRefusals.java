package dev.parley.server.transfer;

import dev.parley.base.payara.HeaderBreaks;
import dev.parley.base.payara.HttpListeners;
import dev.parley.base.payara.ListenersOpened;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.ContentEncoding;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.ParsingResult;
import org.glassfish.grizzly.http.util.Header;

/**
 * Gives the security headers to what the server refuses before the application sees it, such as a
 * malformed request line, and keeps it from redirecting; it is asked as an encoding that never
 * encodes, the last step before a response is written.
 */
@ApplicationScoped
public class ContainerRefusals implements ContentEncoding {
  private static final Logger LOG = Logger.getLogger(ContainerRefusals.class.getName());
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "X-Frame-Options", "DENY");

  private final List<HttpCodecFilter> codecs = new ArrayList<>();
  private final HttpProbe breaks = new HeaderBreaks();

  void begin(@Observes ListenersOpened opened) {
    try {
      for (FilterChain chain : HttpListeners.chains()) {
        chain.stream()
            .filter(HttpCodecFilter.class::isInstance)
            .map(HttpCodecFilter.class::cast)
            .filter(codec -> !codecs.contains(codec))
            .forEach(this::watch);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.WARNING, "What the server itself refuses carries no security headers", e);
    }
  }

  private void watch(HttpCodecFilter codec) {
    codecs.add(codec);
    codec.addContentEncoding(this);
    codec.getMonitoringConfig().addProbes(breaks);
  }

  @PreDestroy
  void end() {
    for (HttpCodecFilter codec : codecs) {
      codec.removeContentEncoding(this);
      codec.getMonitoringConfig().removeProbes(breaks);
    }
  }

  @Override
  public boolean wantEncode(HttpHeader header) {
    if (header instanceof HttpResponsePacket response) {
      refuseRedirect(response);
      if (!response.containsHeader("X-Content-Type-Options")) {
        complete(response);
      }
    }
    return false;
  }

  /**
   * Parley redirects nowhere. The server would, from a folder to itself with a slash, at whatever
   * host the request names.
   */
  private static void refuseRedirect(HttpResponsePacket response) {
    if (response.containsHeader(Header.Location)) {
      response.getHeaders().removeHeader(Header.Location);
      response.setStatus(404);
      response.setReasonPhrase("Not Found");
      // What it would have said names the host as well.
      response.getHeaders().removeHeader(Header.ContentType);
      response.setContentLength(0);
      response.setExpectContent(false);
    }
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
