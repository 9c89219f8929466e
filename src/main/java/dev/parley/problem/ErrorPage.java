package dev.parley.problem;

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

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer known ? known : 404;
    Map<String, Object> problem = Problems.ofStatus(status);
    if (status >= 500 && status != 503) {
      String id = UUID.randomUUID().toString();
      LOG.log(
          Level.SEVERE,
          "Unexpected error " + id,
          (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
      problem.put("id", id);
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
}
