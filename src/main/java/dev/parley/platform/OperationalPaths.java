package dev.parley.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hides health, metrics and API documents from everybody but administrators, unless they are
 * configured public; their own port, when there is one, serves them and nothing else.
 */
public class OperationalPaths extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String LIVE_DOCUMENT = "/asyncapi.yaml";
  private static final Pattern PATHS =
      Pattern.compile("(?i)/+(?:health|metrics|openapi|asyncapi\\.yaml|webjars)(?:/.*)?");

  @Inject
  @ConfigProperty(name = "parley.ops.public")
  private boolean open;

  @Inject
  @ConfigProperty(name = "parley.ops.port")
  private transient Optional<Integer> port;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = path(request);
    boolean ownPort = port.filter(own -> own == request.getLocalPort()).isPresent();
    boolean operational = PATHS.matcher(path).matches();
    if (operational ? !ownPort && !maySee(request) : ownPort) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (path.equals(LIVE_DOCUMENT)) {
      sendLiveDocument(response);
    } else if (ApiPage.isAt(path) && "GET".equals(request.getMethod())) {
      ApiPage.send(path, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The path as the container matches it: decoded, without parameters and dots. */
  private static String path(HttpServletRequest request) {
    return request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
  }

  private boolean maySee(HttpServletRequest request) {
    return open || request.isUserInRole("admin");
  }

  private static void sendLiveDocument(HttpServletResponse response) throws IOException {
    response.setContentType("application/yaml");
    response.setCharacterEncoding("UTF-8");
    try (InputStream document = OperationalPaths.class.getResourceAsStream(LIVE_DOCUMENT)) {
      document.transferTo(response.getOutputStream());
    }
  }
}
