package dev.parley.server.transfer;

import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what never becomes a call with a problem document, and ends its connection. */
@ApplicationScoped
public class RefusalAnswers {
  private static final String A_WHILE = "5";

  @Inject private Jsonb jsonb;

  /** Sends a refusal; nothing of the answer may have been sent before. */
  public void send(HttpServletResponse response, DomainException refusal) throws IOException {
    int status = Problems.status(refusal.code().kind());
    response.setStatus(status);
    response.setHeader("Connection", "close");
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE || status == 429) {
      response.setHeader("Retry-After", A_WHILE);
    }
    response.setContentType(Problems.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(Problems.json(jsonb, Problems.document(refusal)));
  }
}
