package dev.parley.base.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns whatever a call threw into a problem document, telling nothing of the inside. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

  /** When to come back to what is not available, when nobody knows better. */
  static final Duration A_WHILE = Duration.ofSeconds(5);

  private final Jsonb jsonb;

  @Inject
  public ProblemMapper(Jsonb jsonb) {
    this.jsonb = jsonb;
  }

  /** For the container, which puts a proxy before it. */
  protected ProblemMapper() {
    this(null);
  }

  @Override
  public Response toResponse(Throwable thrown) {
    Optional<DomainException> refusal = find(thrown, DomainException.class);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      return answered(web);
    }
    if (isUnreadable(thrown)) {
      return build(Problems.ofStatus(400));
    }
    if (Outage.isBehind(thrown)) {
      Outage.log(LOG, thrown);
      return Response.fromResponse(build(Problems.ofStatus(503)))
          .header(HttpHeaders.RETRY_AFTER, A_WHILE.toSeconds())
          .build();
    }
    return unexpected(thrown);
  }

  private Response refused(DomainException e) {
    ResponseBuilder response = Response.fromResponse(build(Problems.document(e)));
    Optional<Duration> wait =
        Optional.ofNullable(e.retryAfter())
            .or(
                () ->
                    Optional.of(A_WHILE).filter(any -> e.code().kind() == ProblemKind.UNAVAILABLE));
    wait.ifPresent(
        until ->
            response.header(
                HttpHeaders.RETRY_AFTER, Math.max(1, until.plusMillis(999).toSeconds())));
    return response.build();
  }

  private Response answered(WebApplicationException e) {
    int status = e instanceof NotFoundException ? 404 : e.getResponse().getStatus();
    ResponseBuilder response = Response.fromResponse(build(Problems.ofStatus(status)));
    Optional.ofNullable(e.getResponse().getHeaderString(HttpHeaders.ALLOW))
        .ifPresent(allow -> response.header(HttpHeaders.ALLOW, allow));
    return response.build();
  }

  private Response unexpected(Throwable thrown) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, "Unexpected error " + id, thrown);
    Map<String, Object> problem = Problems.ofStatus(500);
    problem.put("detail", "Something went wrong on our side. Tell the operator this number: " + id);
    problem.put("id", id);
    return build(problem);
  }

  private Response build(Map<String, Object> problem) {
    int status = (int) problem.get("status");
    ResponseBuilder response =
        Response.status(status).type(Problems.MEDIA_TYPE).entity(Problems.json(jsonb, problem));
    if (status == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  private static boolean isUnreadable(Throwable thrown) {
    return thrown instanceof ProcessingException
        || thrown instanceof NoContentException
        || find(thrown, JsonbException.class).isPresent()
        || find(thrown, JsonException.class).isPresent();
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (type.isInstance(e)) {
        return Optional.of(type.cast(e));
      }
    }
    return Optional.empty();
  }
}
