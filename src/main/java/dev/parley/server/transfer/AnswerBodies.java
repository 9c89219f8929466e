package dev.parley.server.transfer;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.AnswerStream;
import dev.parley.base.request.RequestOrigin;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends answers when the call is over: small ones at once, large ones as fast as the client takes
 * them, so that a client that hardly reads holds no thread.
 */
public class AnswerBodies extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(AnswerBodies.class.getName());

  @Inject private transient Transfers transfers;
  @Inject private transient RefusalAnswers refusals;

  @Resource(lookup = "java:app/concurrent/ParleyAnswers")
  private transient ManagedExecutorService threads;

  @Inject
  @ConfigProperty(name = "parley.trusted-proxies")
  private transient Optional<String> trustedProxies;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getHeader("Upgrade") != null) {
      chain.doFilter(request, response);
      return;
    }
    AnswerResponse answer = new AnswerResponse(response);
    if (isAsset(request)) {
      // The server's own servlet for files does not support it, so it begins before.
      request.startAsync(request, response).setTimeout(0);
    }
    try {
      chain.doFilter(request, answer);
      send(request, response, answer);
    } finally {
      answer.bytes().close();
    }
  }

  private void send(HttpServletRequest request, HttpServletResponse response, AnswerResponse answer)
      throws IOException {
    SpooledBytes bytes = answer.bytes();
    InputStream content = AnswerStream.of(request);
    if (content != null) {
      sendAsTaken(request, response, content);
    } else if (bytes.size() > SpooledBytes.IN_MEMORY && mayGoOnLater(request)) {
      sendAsTaken(request, response, bytes.read());
    } else {
      if (bytes.size() > 0) {
        sendAtOnce(response, bytes.read());
      }
      if (request.isAsyncStarted()) {
        request.getAsyncContext().complete();
      }
    }
  }

  private static void sendAtOnce(HttpServletResponse response, InputStream content)
      throws IOException {
    ServletOutputStream out = response.getOutputStream();
    try (content) {
      content.transferTo(out);
    } catch (IOException e) {
      LOG.log(Level.FINE, "A client left before its answer", e);
    }
  }

  /** Not where one of the server's own servlets has answered: what operators see waits as ever. */
  private static boolean mayGoOnLater(HttpServletRequest request) {
    return request.isAsyncStarted() || request.isAsyncSupported();
  }

  private boolean isAsset(HttpServletRequest request) throws IOException {
    String path = request.getServletPath();
    return path.startsWith("/assets/") && getServletContext().getResource(path) != null;
  }

  private void sendAsTaken(
      HttpServletRequest request, HttpServletResponse response, InputStream content)
      throws IOException {
    AsyncContext async =
        request.isAsyncStarted()
            ? request.getAsyncContext()
            : request.startAsync(request, response);
    async.setTimeout(0);
    AnswerWriter writer =
        new AnswerWriter(
            RequestOrigin.address(request, trustedProxies.orElse("")),
            async,
            response.getOutputStream(),
            content,
            threads,
            transfers::end);
    if (transfers.beginAnswer(writer)) {
      response.getOutputStream().setWriteListener(writer);
    } else {
      content.close();
      response.reset();
      refusals.send(response, new DomainException(CommonCode.TOO_MANY_REQUESTS));
      async.complete();
    }
  }
}
