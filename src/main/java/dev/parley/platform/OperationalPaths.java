package dev.parley.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hides health, metrics and API documents from everybody but administrators, unless they are
 * configured public.
 */
public class OperationalPaths extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATHS =
      Pattern.compile("/+(?:health|metrics|openapi|asyncapi\\.yaml)(?:[/;].*)?");

  @Inject
  @ConfigProperty(name = "parley.ops.public")
  private boolean open;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (PATHS.matcher(path).matches() && !open && !request.isUserInRole("admin")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    chain.doFilter(request, response);
  }
}
