package dev.parley.platform;

import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import dev.parley.problem.Problems;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Knows which requests are being answered, and sends new ones elsewhere once the server stops;
 * health and figures can be read to the end.
 */
public class RequestGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient RunningRequests requests;
  @Inject private transient Jsonb jsonb;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (OperationalPaths.contain(request)) {
      chain.doFilter(request, response);
    } else if (requests.enter()) {
      try {
        chain.doFilter(request, response);
      } finally {
        requests.leave();
      }
    } else {
      sendElsewhere(response);
    }
  }

  private void sendElsewhere(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", "5");
    response.setHeader("Connection", "close");
    response.setContentType(Problems.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    DomainException refusal = new DomainException(CommonCode.UNAVAILABLE);
    response.getWriter().write(Problems.json(jsonb, Problems.document(refusal)));
  }
}
