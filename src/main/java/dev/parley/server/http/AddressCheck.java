package dev.parley.server.http;

import dev.parley.base.request.Utf8;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Refuses a call whose path or query is no text. */
@Provider
@PreMatching
public class AddressCheck implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    URI uri = request.getUriInfo().getRequestUri();
    Utf8.checkEncoded(uri.getRawPath());
    Utf8.checkEncoded(uri.getRawQuery());
  }
}
