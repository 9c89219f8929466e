package dev.parley.live;

import dev.parley.problem.Code;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import dev.parley.problem.Problems;
import dev.parley.signin.ActiveSignIn;
import dev.parley.signin.SignIns;
import dev.parley.signin.TicketService;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets an upgrade through only for somebody who is signed in, from our own pages or no page at all.
 */
public class UpgradeFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String PATH = "/ws/chat";

  @Inject private transient TicketService tickets;
  @Inject private transient SignIns signIns;
  @Inject private transient LiveSessions sessions;
  @Inject private transient Jsonb jsonb;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String publicUrl;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (!path.equals(PATH) && !path.equals(PATH + "/") || !isUpgrade(request)) {
      refuse(response, isUpgrade(request) ? CommonCode.NOT_FOUND : CommonCode.BAD_REQUEST);
      return;
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !origin.equalsIgnoreCase(publicUrl)) {
      refuse(response, CommonCode.FOREIGN_ORIGIN);
      return;
    }
    Optional<ActiveSignIn> signIn = signIn(request);
    if (signIn.isEmpty()) {
      refuse(response, CommonCode.NOT_AUTHENTICATED);
    } else if (!sessions.hasRoomFor(signIn.get().user())) {
      refuse(response, LiveCode.TOO_MANY_LIVE_SESSIONS);
    } else {
      chain.doFilter(new Upgrade(request, new LivePrincipal(signIn.get())), response);
    }
  }

  private static boolean isUpgrade(HttpServletRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  private Optional<ActiveSignIn> signIn(HttpServletRequest request) {
    if (request.getUserPrincipal() instanceof JsonWebToken token) {
      return signIns.check(
          UUID.fromString(token.getClaim("sid")), UUID.fromString(token.getClaim("rid")));
    }
    String ticket = request.getParameter("ticket");
    return ticket == null ? Optional.empty() : tickets.redeem(ticket);
  }

  private void refuse(HttpServletResponse response, Code code) throws IOException {
    DomainException refusal = new DomainException(code);
    int status = Problems.status(code.kind());
    response.setStatus(status);
    response.setContentType(Problems.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (code == LiveCode.TOO_MANY_LIVE_SESSIONS) {
      response.setHeader("Retry-After", "60");
    }
    response.getWriter().write(Problems.json(jsonb, Problems.document(refusal)));
  }

  /**
   * The request as the WebSocket container is to see it: without a trailing slash, with a principal
   * of ours.
   */
  private static final class Upgrade extends HttpServletRequestWrapper {
    private final LivePrincipal principal;

    Upgrade(HttpServletRequest request, LivePrincipal principal) {
      super(request);
      this.principal = principal;
    }

    @Override
    public Principal getUserPrincipal() {
      return principal;
    }

    @Override
    public String getRequestURI() {
      return getContextPath() + PATH;
    }

    @Override
    public String getServletPath() {
      return PATH;
    }
  }
}
