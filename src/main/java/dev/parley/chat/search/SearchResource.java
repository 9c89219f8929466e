package dev.parley.chat.search;

import dev.parley.base.request.Caller;
import dev.parley.base.request.CostlyCall;
import dev.parley.base.request.Input;
import dev.parley.base.request.Paging;
import dev.parley.chat.search.SearchService.HitPage;
import dev.parley.consent.people.PeopleService.FoundPeople;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Search over REST. */
@Path("/search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
  @Inject private Caller caller;
  @Inject private SearchService search;

  /** Messages and people that were found, each with the cursor of its own next page. */
  public record Found(HitPage messages, FoundPeople people) {}

  @GET
  @CostlyCall
  @Operation(
      summary =
          "Messages with all these words, and people with this part of a name; cursor pages the"
              + " messages, people_cursor the people")
  public Found find(
      @QueryParam("q") String q,
      @QueryParam("conversation") String conversation,
      @QueryParam("from") String from,
      @QueryParam("before") String before,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @QueryParam("people_cursor") String peopleCursor) {
    String text = SearchFilter.text(q);
    SearchFilter wanted =
        new SearchFilter(
            SearchFilter.words(text),
            SearchFilter.id("conversation", conversation),
            search.sender(caller.id(), from),
            Input.instant(before, "before"),
            Input.instant(after, "after"));
    return new Found(
        search.messages(caller.id(), wanted, Paging.of(limit, cursor)),
        search.people(caller.id(), text, Paging.of(limit, peopleCursor)));
  }
}
