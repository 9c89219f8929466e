package dev.parley.administration.admin;

import dev.parley.base.request.AdministratorsOnly;
import dev.parley.base.request.Input;
import dev.parley.base.request.Paging;
import dev.parley.consent.connection.PairLedger;
import dev.parley.consent.connection.PairLedger.PairPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What happened between two people. */
@Path("/admin/ledger")
@AdministratorsOnly
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminLedgerResource {
  @Inject private PairLedger ledger;

  @GET
  @Operation(summary = "Every change between two people, newest first, quiet ones too")
  public PairPage list(
      @QueryParam("a") String one,
      @QueryParam("b") String other,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    return ledger.page(
        Input.required(one, "a"), Input.required(other, "b"), Paging.of(limit, cursor));
  }
}
