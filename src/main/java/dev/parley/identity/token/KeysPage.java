package dev.parley.identity.token;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The public keys of Parley's tokens, where everybody looks for them; verifiers may keep them for a
 * moment that is short beside the time between a key's publication and its first signature.
 */
@WebServlet(urlPatterns = {"/.well-known/jwks.json", "/.well-known/jwks.json/"})
public class KeysPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient PublishedKeys published;
  @Inject private transient SigningKeyService keys;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "public, max-age=" + keys.keptByVerifiers().toSeconds());
    response.getWriter().write(published.all());
  }
}
