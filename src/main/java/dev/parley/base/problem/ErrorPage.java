package dev.parley.base.problem;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The problem document for what the container itself refuses, such as a bad token or an unknown
 * path.
 */
@WebServlet(urlPatterns = "/error-page")
public class ErrorPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

  @Inject private transient Jsonb jsonb;

  /** For the container. */
  public ErrorPage() {}

  ErrorPage(Jsonb jsonb) {
    this.jsonb = jsonb;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    int status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), thrown);
    Map<String, Object> problem = Problems.ofStatus(status);
    if (status >= 500 && status != 503) {
      String id = UUID.randomUUID().toString();
      LOG.log(Level.SEVERE, "Unexpected error " + id, thrown);
      problem.put("id", id);
    }
    if (Outage.isBehind(thrown)) {
      Outage.log(LOG, thrown);
      response.setHeader("Retry-After", String.valueOf(ProblemMapper.A_WHILE.toSeconds()));
    }
    if (status == 401) {
      LOG.log(Level.INFO, "A token was refused.");
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (status == 405 && !response.containsHeader("Allow")) {
      // The servlets of Parley, all of them pages, say so themselves no better.
      response.setHeader("Allow", "GET, HEAD");
    }
    response.setStatus(status);
    response.setContentType(Problems.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(Problems.json(jsonb, problem));
  }

  private static int status(Object code, Throwable thrown) {
    if (Outage.isBehind(thrown)) {
      return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
    return code instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
  }
}
