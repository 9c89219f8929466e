package dev.parley.signin;

import dev.parley.caller.Caller;
import dev.parley.caller.Input;
import dev.parley.caller.Paging;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import dev.parley.signin.SignInEnded.Why;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a user is signed in, for them to see and revoke. */
@Path("me/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
  @Inject private Caller caller;
  @Inject private SignInService signIns;
  @Inject private Clock clock;
  @PersistenceContext private EntityManager database;

  /** A sign-in as its owner sees it. */
  public record SignInView(
      UUID id,
      boolean current,
      String device,
      String address,
      Instant createdAt,
      Instant lastUsedAt) {}

  /** A page of sign-ins. */
  public record SignInPage(List<SignInView> items, String next) {}

  @GET
  @Operation(summary = "Where I am signed in, newest first")
  public SignInPage list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    Paging paging = Paging.of(limit, cursor);
    UUID after = paging.after(UUID::fromString);
    Query query =
        database
            .createNativeQuery(
                "select id, device, address, created_at, last_used_at from sign_in"
                    + " where user_id = ?1 and ended_at is null and expires_at > ?2 and idle_expires_at > ?2"
                    + (after == null ? "" : " and id < ?4")
                    + " order by id desc limit ?3")
            .setParameter(1, caller.id())
            .setParameter(2, Timestamp.from(clock.instant()))
            .setParameter(3, paging.limit() + 1);
    if (after != null) {
      query.setParameter(4, after);
    }
    Stream<?> rows = query.getResultStream();
    List<SignInView> found = rows.map(row -> view((Object[]) row)).toList();
    return new SignInPage(paging.page(found), paging.next(found, SignInView::id));
  }

  private SignInView view(Object[] row) {
    return new SignInView(
        (UUID) row[0],
        row[0].equals(caller.signIn()),
        (String) row[1],
        (String) row[2],
        ((Timestamp) row[3]).toInstant(),
        ((Timestamp) row[4]).toInstant());
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "End one of my sign-ins and its live sessions")
  public void revoke(@PathParam("id") String id) {
    if (!signIns.endOf(caller.id(), Input.id(id), Why.REVOKED)) {
      throw new DomainException(CommonCode.NOT_FOUND);
    }
  }
}
