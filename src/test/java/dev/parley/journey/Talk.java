package dev.parley.journey;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A conversation as a journey speaks of it: who says what, and what each of them sees. */
public final class Talk {
  private final String id;

  private Talk(String id) {
    this.id = id;
  }

  /** The direct conversation of two people, who are connected by this. */
  public static Talk between(Person one, Person other) {
    one.connectsWith(other);
    return ofConnected(one, other);
  }

  /** The direct conversation of two people who are connected already. */
  public static Talk ofConnected(Person one, Person other) {
    Response answer = one.post("conversations/", Map.of("username", other.username()));
    answer.then().statusCode(200);
    return new Talk(answer.path("id"));
  }

  /** A new group of its owner's connections. */
  public static Talk group(Person owner, String title, Person... members) {
    Response answer = beginsGroup(owner, title, members);
    answer.then().statusCode(201);
    return new Talk(answer.path("id"));
  }

  public static Response beginsGroup(Person owner, String title, Person... members) {
    List<String> names = Stream.of(members).map(Person::username).toList();
    return owner.post("conversations/", Map.of("title", title, "members", names));
  }

  /** A conversation by its id, whoever may see it. */
  public static Talk of(String id) {
    return new Talk(id);
  }

  public String id() {
    return id;
  }

  public String path(String rest) {
    return "conversations/" + id + "/" + rest;
  }

  /** The conversation as somebody sees it. */
  public JsonPath seenBy(Person viewer) {
    Response answer = viewer.get(path(""));
    answer.then().statusCode(200);
    return answer.jsonPath();
  }

  /** Sends a message and returns it. */
  public JsonPath says(Person sender, String body) {
    Response answer = sends(sender, body);
    answer.then().statusCode(201);
    return answer.jsonPath();
  }

  public Response sends(Person sender, String body) {
    return sends(sender, UUID.randomUUID().toString(), body);
  }

  public Response sends(Person sender, String clientId, String body) {
    return sender.post(path("messages/"), Map.of("client_id", clientId, "body", body));
  }

  public Response replies(Person sender, String replyTo, String body) {
    return sender.post(
        path("messages/"),
        Map.of("client_id", UUID.randomUUID().toString(), "body", body, "reply_to", replyTo));
  }

  public Response edits(Person author, String message, String body) {
    return author.patch(path("messages/" + message + "/"), Map.of("body", body));
  }

  public Response deletes(Person author, String message) {
    return author.delete(path("messages/" + message + "/"));
  }

  public Response reacts(Person person, String message, String emoji) {
    return person.put(path("messages/" + message + "/reactions/" + emoji + "/"));
  }

  public Response takesBack(Person person, String message, String emoji) {
    return person.delete(path("messages/" + message + "/reactions/" + emoji + "/"));
  }

  public Response reads(Person reader, long seq) {
    return reader.post(path("read/"), Map.of("seq", seq));
  }

  /** A page of messages. */
  public Response page(Person viewer, String query) {
    return viewer.get(path("messages/?" + query));
  }

  /** What has been said, oldest first, at most the newest 200. */
  public List<String> heardBy(Person viewer) {
    Response answer = page(viewer, "limit=200");
    answer.then().statusCode(200);
    return answer.jsonPath().getList("items.body");
  }

  public long unreadOf(Person viewer) {
    return seenBy(viewer).getLong("unread_count");
  }

  public Response brings(Person actor, Person newcomer) {
    return actor.put(path("members/" + newcomer.username() + "/"));
  }

  public Response givesRole(Person actor, Person member, String role) {
    return actor.put(path("members/" + member.username() + "/"), Map.of("role", role));
  }

  public Response removes(Person actor, Person member) {
    return actor.delete(path("members/" + member.username() + "/"));
  }

  /** The members' usernames as somebody sees them. */
  public List<String> members(Person viewer) {
    return seenBy(viewer).getList("members.user.username");
  }

  /** The frame that sends a message over a live session. */
  public String frame(String id, String clientId, String body) {
    return "{'action':'send_message','id':'%s','conversation':'%s','client_id':'%s','body':'%s'}"
        .formatted(id, this.id, clientId, body);
  }
}
