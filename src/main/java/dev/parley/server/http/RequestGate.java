package dev.parley.server.http;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.server.transfer.RefusalAnswers;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
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
  @Inject private transient RefusalAnswers refusals;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (OperationalPaths.contain(request)) {
      chain.doFilter(request, response);
    } else if (requests.enter()) {
      answer(request, response, chain);
    } else {
      refusals.send(response, new DomainException(CommonCode.UNAVAILABLE));
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean goesOn = false;
    try {
      chain.doFilter(request, response);
      if (request.isAsyncStarted()) {
        request.getAsyncContext().addListener(new Leaving());
        goesOn = true;
      }
    } finally {
      if (!goesOn) {
        requests.leave();
      }
    }
  }

  /** A large answer is still on its way when the call is over. */
  private final class Leaving implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      requests.leave();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // Its completion follows.
    }

    @Override
    public void onError(AsyncEvent event) {
      // Its completion follows.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
