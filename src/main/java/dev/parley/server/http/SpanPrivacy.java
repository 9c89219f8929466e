package dev.parley.server.http;

import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in the traces which call it is, by its route, and keeps out of them what people search for:
 * their spans tell addresses without the query.
 */
@Provider
public class SpanPrivacy implements ContainerRequestFilter {
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Span span = Span.current();
    if (span.isRecording()) {
      String route = route(resource);
      span.updateName(request.getMethod() + " " + route);
      span.setAttribute("http.route", route);
      span.setAttribute("http.url", request.getUriInfo().getAbsolutePath().toString());
      span.setAttribute("http.target", request.getUriInfo().getRequestUri().getRawPath());
    }
  }

  /** The server joins the parts of a route as they stand, without the slash between them. */
  private static String route(ResourceInfo resource) {
    return Stream.of(
            resource.getResourceClass().getAnnotation(Path.class),
            resource.getResourceMethod().getAnnotation(Path.class))
        .filter(Objects::nonNull)
        .map(path -> path.value() + "/")
        .collect(Collectors.joining("", "/chat/api/", ""));
  }
}
