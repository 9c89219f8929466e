package dev.parley.journey;

import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files that people of a journey upload, send and fetch. */
public final class AttachmentCalls {
  private final URI api;

  public AttachmentCalls(ParleyServer server) {
    this.api = server.api();
  }

  public Response uploads(Person person, String name, byte[] file) {
    return person
        .call()
        .multiPart("file", name, file, "text/html")
        .post(api.resolve("attachments/"));
  }

  /** Uploads a file and returns its id. */
  public String keeps(Person person, String name, byte[] file) {
    Response answer = uploads(person, name, file);
    answer.then().statusCode(201);
    return answer.path("id");
  }

  public Response sends(Talk talk, Person sender, String clientId, String body, String... files) {
    return sender.post(
        talk.path("messages/"),
        Map.of("client_id", clientId, "body", body, "attachments", List.of(files)));
  }

  /** Sends files without a word and returns the message's id. */
  public String sendsOnly(Talk talk, Person sender, String... files) {
    Response answer = sends(talk, sender, UUID.randomUUID().toString(), "", files);
    answer.then().statusCode(201);
    return answer.path("id");
  }

  public Response fetches(Person person, String file) {
    return person.get("attachments/" + file + "/");
  }

  public Response fetchesThumbnail(Person person, String file) {
    return person.get("attachments/" + file + "/thumbnail/");
  }
}
