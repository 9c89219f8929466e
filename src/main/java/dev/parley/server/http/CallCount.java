package dev.parley.server.http;

import dev.parley.administration.monitoring.Traffic;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Counts the calls of the API for the figures, by how they were answered. */
@Provider
public class CallCount implements ContainerResponseFilter {
  @Inject private Traffic traffic;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    traffic.answered(response.getStatus());
  }
}
