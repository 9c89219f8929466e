package dev.parley.server.http;

import dev.parley.base.config.ProviderConfigurationKeys;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.microprofile.config.Config;

/**
 * Serves the single page with a fresh nonce for every address that a person may open, and lets
 * browsers keep its assets.
 */
public class FrontEnd extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/index.html";
  private static final String WORKER = "/sw.js";
  private final transient SecureRandom random = new SecureRandom();

  @Inject private transient Config config;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.startsWith("/assets/")) {
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    } else if (path.equals(WORKER)) {
      prepareWorker(response);
    }
    if (wantsPage(request, path)) {
      sendPage(response);
    } else if (isOurs(request) && !reads(request)) {
      response.setHeader("Allow", "GET, HEAD");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The worker outlives its pages: a new one is to count at once, and it loads icons only. */
  private static void prepareWorker(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader(
        "Content-Security-Policy", "default-src 'none'; img-src 'self'; frame-ancestors 'none'");
  }

  private static boolean reads(HttpServletRequest request) {
    return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
  }

  /** Whether no other servlet answers here: pages and assets are only read. */
  private static boolean isOurs(HttpServletRequest request) {
    MappingMatch match = request.getHttpServletMapping().getMappingMatch();
    return match == MappingMatch.DEFAULT || match == MappingMatch.CONTEXT_ROOT;
  }

  private boolean wantsPage(HttpServletRequest request, String path) {
    if (!reads(request) || getServletContext().getResourceAsStream(PAGE) == null) {
      return false;
    }
    if (path.equals("/") || path.equals(PAGE)) {
      return true;
    }
    String accept = String.valueOf(request.getHeader("Accept"));
    return request.getHttpServletMapping().getMappingMatch() == MappingMatch.DEFAULT
        && accept.contains("text/html")
        && path.matches("/[\\w/%@~-]*(?:(?:people|requests|connections|users)/[\\w.-]+)?/?")
        && !path.startsWith("/ws/")
        && !path.startsWith("/chat/");
  }

  private void sendPage(HttpServletResponse response) throws IOException {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String page;
    try (InputStream in = getServletContext().getResourceAsStream(PAGE)) {
      page = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{{CSP_NONCE}}", nonce);
    }
    response.setHeader("Content-Security-Policy", policy(nonce));
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(page);
  }

  private String policy(String nonce) {
    return "default-src 'self'; script-src 'self' 'nonce-"
        + nonce
        + "'; style-src 'self' 'nonce-"
        + nonce
        + "'; "
        + "img-src 'self' data: blob:; connect-src 'self'"
        + ProviderConfigurationKeys.origins(config)
        + "; object-src 'none'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'";
  }
}
