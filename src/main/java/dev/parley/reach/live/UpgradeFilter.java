package dev.parley.reach.live;

import dev.parley.base.payara.FrameBuffer;
import dev.parley.base.problem.Code;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.Problems;
import dev.parley.identity.signin.TicketService;
import dev.parley.identity.sso.BearerSignIns;
import dev.parley.identity.token.ActiveSignIn;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets an upgrade through only for somebody who is signed in, from our own pages or no page at all.
 */
public class UpgradeFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(UpgradeFilter.class.getName());

  private static final String PATH = "/ws/chat";
  private static final String TICKET = "ticket";

  @Inject private transient TicketService tickets;
  @Inject private transient BearerSignIns signIns;
  @Inject private transient LiveSessions sessions;
  @Inject private transient Jsonb jsonb;
  @Inject private transient ClosingSockets closingSockets;
  @Inject private transient ManagedScheduledExecutorService timer;

  @Resource(lookup = "java:app/concurrent/ParleyFrames")
  private transient ManagedExecutorService threads;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String publicUrl;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String origin = request.getHeader("Origin");
    if (!path.equals(PATH) && !path.equals(PATH + "/")) {
      refuse(response, CommonCode.NOT_FOUND);
    } else if (origin != null && !origin.equalsIgnoreCase(publicUrl)) {
      refuse(response, CommonCode.FOREIGN_ORIGIN);
    } else if (!isUpgrade(request)) {
      refuse(
          response,
          bringsSomething(request) ? CommonCode.BAD_REQUEST : CommonCode.NOT_AUTHENTICATED);
    } else {
      upgrade(request, response, chain);
    }
  }

  private void upgrade(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<ActiveSignIn> signIn = signIn(request);
    if (signIn.isEmpty()) {
      refuse(response, CommonCode.NOT_AUTHENTICATED);
    } else if (!sessions.hasRoomFor(signIn.get().user())) {
      refuse(response, LiveCode.TOO_MANY_LIVE_SESSIONS);
    } else {
      LivePrincipal principal =
          new LivePrincipal(
              signIn.get(),
              new GuardedConnection(closingSockets, new ReadingPause(timer, threads)));
      FrameBuffer.makeSmall(response);
      open(new Upgrade(request, principal), response, chain);
    }
  }

  private static void open(Upgrade request, HttpServletResponse response, FilterChain chain)
      throws ServletException {
    try {
      chain.doFilter(request, response);
    } catch (IOException e) {
      LOG.log(Level.FINE, "A client left before its session was open", e);
    }
  }

  private static boolean isUpgrade(HttpServletRequest request) {
    return "GET".equals(request.getMethod())
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  private static boolean bringsSomething(HttpServletRequest request) {
    return request.getUserPrincipal() != null || request.getParameter(TICKET) != null;
  }

  private Optional<ActiveSignIn> signIn(HttpServletRequest request) {
    if (request.getUserPrincipal() instanceof JsonWebToken token) {
      return signIns.of(token);
    }
    String ticket = request.getParameter(TICKET);
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
      sessions.counts().throttled();
      response.setHeader("Retry-After", "60");
    }
    response.getWriter().write(Problems.json(jsonb, Problems.document(refusal)));
  }

  /**
   * The request as the WebSocket container is to see it: without a trailing slash, with a principal
   * and a connection of ours.
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
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> type)
        throws IOException, ServletException {
      try {
        T container = type.getDeclaredConstructor().newInstance();
        super.upgrade(GuardedUpgrade.class).between(principal.connection(), container);
        return container;
      } catch (ReflectiveOperationException e) {
        throw new ServletException(e);
      }
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
