package dev.parley.chat.conversation;

import dev.parley.base.request.Caller;
import dev.parley.base.request.Input;
import dev.parley.base.request.Paging;
import dev.parley.base.request.Patch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Conversations and their members over REST. */
@Path("/conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConversationResource {
  @Inject private Caller caller;
  @Inject private Conversations conversations;
  @Inject private ConversationService service;
  @Inject private MemberService members;
  @Inject private MemberViews memberViews;
  @Inject private ReadService reading;

  /** The other side of a new conversation: one person, or a group by its title and members. */
  public record Beginning(String username, String title, List<String> members) {}

  /** What a member is to be. */
  public record MemberChange(String role) {}

  /** How far the caller has read. */
  public record Reading(Long seq) {}

  /** A page of conversations. */
  public record ConversationPage(List<ConversationView> items, String next) {}

  /** A page of members. */
  public record MemberPage(List<ConversationView.MemberView> items, String next) {}

  @GET
  @Operation(summary = "My conversations, newest activity first")
  public ConversationPage list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    Paging paging = Paging.of(limit, cursor);
    List<Conversations.ConversationCursor> found =
        conversations.places(
            caller.id(), paging.after(Conversations.ConversationCursor::read), paging.limit() + 1);
    List<UUID> ids = paging.page(found).stream().map(Conversations.ConversationCursor::id).toList();
    return new ConversationPage(
        conversations.seenBy(caller.id(), ids), paging.next(found, place -> place));
  }

  @POST
  @Operation(summary = "The direct conversation with somebody, or a new group")
  public Response begin(Beginning body) {
    Input.required(body);
    if (body.username() != null) {
      ConversationService.Begun begun = service.direct(caller.id(), body.username());
      return answer(begun.created(), begun.conversation());
    }
    if (body.members() == null || body.members().contains(null)) {
      throw Input.wrong("members", "Give a username, or a title and a list of usernames.");
    }
    return answer(true, service.group(caller.id(), body.title(), body.members()));
  }

  private static Response answer(boolean created, ConversationView conversation) {
    return Response.status(created ? 201 : 200).entity(conversation).build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One conversation of mine")
  public ConversationView one(@PathParam("id") String id) {
    return conversations.one(caller.id(), Input.id(id));
  }

  @PATCH
  @Path("/{id}")
  @Operation(summary = "Change the group's title, or mute, pin or archive for myself")
  public ConversationView change(@PathParam("id") String id, JsonValue body) {
    UUID conversation = Input.id(id);
    Patch patch = Patch.of(body);
    return conversations.acting(
        caller.id(), conversation, () -> service.change(caller.id(), conversation, patch));
  }

  @GET
  @Path("/{id}/members")
  @Operation(summary = "The members of a conversation of mine, in the order of their joining")
  public MemberPage members(
      @PathParam("id") String id,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    Paging paging = Paging.of(limit, cursor);
    List<MemberViews.Listed> found =
        memberViews.page(
            caller.id(), Input.id(id), paging.after(UUID::fromString), paging.limit() + 1);
    return new MemberPage(
        paging.page(found).stream().map(MemberViews.Listed::member).toList(),
        paging.next(found, MemberViews.Listed::membership));
  }

  @PUT
  @Path("/{id}/members/{username}")
  @Operation(summary = "Bring a connection of mine into the group, or give a member a role")
  public Response putMember(
      @PathParam("id") String id, @PathParam("username") String username, MemberChange body) {
    String role = body == null ? null : body.role();
    UUID group = Input.id(id);
    MemberService.Changed changed =
        conversations.acting(
            caller.id(), group, () -> members.put(caller.id(), group, username, role));
    return answer(changed.added(), changed.conversation());
  }

  @DELETE
  @Path("/{id}/members/{username}")
  @Operation(summary = "Remove a member, or leave")
  public void removeMember(@PathParam("id") String id, @PathParam("username") String username) {
    UUID group = Input.id(id);
    conversations.acting(
        caller.id(),
        group,
        () -> {
          members.remove(caller.id(), group, username);
          return null;
        });
  }

  @POST
  @Path("/{id}/read")
  @Operation(summary = "I have read up to a message")
  public ReadService.ReadState read(@PathParam("id") String id, Reading body) {
    long seq = Input.required(Input.required(body).seq(), "seq");
    if (seq < 0) {
      throw Input.wrong("seq", "A seq is not negative.");
    }
    return reading.read(caller.id(), Input.id(id), seq);
  }
}
