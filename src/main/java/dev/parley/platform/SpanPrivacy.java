package dev.parley.platform;

import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Keeps out of the traces what people search for: their spans tell addresses without the query. */
@Provider
public class SpanPrivacy implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    Span span = Span.current();
    if (span.isRecording()) {
      span.setAttribute("http.url", request.getUriInfo().getAbsolutePath().toString());
      span.setAttribute("http.target", request.getUriInfo().getRequestUri().getRawPath());
    }
  }
}
