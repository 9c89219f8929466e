package dev.parley.server.http;

import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Keeps out of the traces what people search for: their spans tell addresses without the query. */
@Provider
@PreMatching
public class SpanPrivacy implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    Span.current().setAttribute("url.query", "");
  }
}
