package dev.parley.server.http;

import dev.parley.identity.sso.BearerSignIns;
import dev.parley.server.openapi.ApiPage;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Hides health, metrics and API documents from everybody but administrators, unless they are
 * configured public; their own port, when there is one, serves them and nothing else.
 */
public class OperationalPaths extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String LIVE_DOCUMENT = "/asyncapi.yaml";
  private static final String HEALTH = "/health/";
  private static final Pattern PATHS =
      Pattern.compile("(?i)/+(?:health|metrics|openapi|asyncapi\\.yaml|webjars)(?:/.*)?");

  @Inject private transient BearerSignIns signIns;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String publicUrl;

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
    boolean operational = contain(request);
    if (operational ? !ownPort && !maySee(request) : ownPort) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (path.equals(LIVE_DOCUMENT) || path.equals(LIVE_DOCUMENT + "/")) {
      sendLiveDocument(response);
    } else if (ApiPage.isAt(path) && "GET".equals(request.getMethod())) {
      ApiPage.send(path, response);
    } else {
      chain.doFilter(path.startsWith(HEALTH) ? new WithoutSlash(request) : request, response);
    }
  }

  /** Whether a request is for one of these paths. */
  static boolean contain(HttpServletRequest request) {
    return PATHS.matcher(path(request)).matches();
  }

  /** The path as the container matches it: decoded, without parameters and dots. */
  private static String path(HttpServletRequest request) {
    return request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
  }

  private boolean maySee(HttpServletRequest request) {
    return open
        || request.getUserPrincipal() instanceof JsonWebToken token && maySee(request, token);
  }

  /** Health must be told as well while the database cannot say who administers now. */
  private boolean maySee(HttpServletRequest request, JsonWebToken token) {
    try {
      return signIns.of(token).filter(signIn -> signIn.roles().contains("admin")).isPresent();
    } catch (PersistenceException e) {
      return publicUrl.equals(token.getIssuer()) && request.isUserInRole("admin");
    }
  }

  private static void sendLiveDocument(HttpServletResponse response) throws IOException {
    response.setContentType("application/yaml");
    response.setCharacterEncoding("UTF-8");
    try (InputStream document = OperationalPaths.class.getResourceAsStream(LIVE_DOCUMENT)) {
      document.transferTo(response.getOutputStream());
    }
  }

  /** The server takes a kind of health with a slash behind it for all kinds together. */
  private static final class WithoutSlash extends HttpServletRequestWrapper {
    WithoutSlash(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getPathInfo() {
      String info = super.getPathInfo();
      return info == null || info.equals("/") ? null : info.replaceFirst("/$", "");
    }
  }
}
