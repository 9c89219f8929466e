package dev.parley.server.http;

import dev.parley.base.request.CallRates;
import dev.parley.base.request.Caller;
import dev.parley.base.request.CostlyCall;
import dev.parley.base.request.RunningCostlyCall;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Sends away who changes or asks more than a person can, before anything of the call is read. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class CallLimitFilter implements ContainerRequestFilter {
  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Context private ResourceInfo resource;
  @Inject private Caller caller;
  @Inject private CallRates rates;
  @Inject private RunningCostlyCall costly;

  @Override
  public void filter(ContainerRequestContext request) {
    if (caller.id() == null) {
      return;
    }
    if (!READING.contains(request.getMethod())) {
      rates.admit(caller.id());
    }
    CostlyCall mark = resource.getResourceMethod().getAnnotation(CostlyCall.class);
    if (mark != null) {
      costly.begin(caller.id(), mark.alone());
    }
  }
}
