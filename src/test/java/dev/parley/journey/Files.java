package dev.parley.journey;

import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files that people of a journey upload, send and fetch. */
final class Files {
  private final URI api;

  Files(ParleyServer server) {
    this.api = server.api();
  }

  Response uploads(Person person, String name, byte[] file) {
    return person
        .call()
        .multiPart("file", name, file, "text/html")
        .post(api.resolve("attachments/"));
  }

  /** Uploads a file and returns its id. */
  String keeps(Person person, String name, byte[] file) {
    Response answer = uploads(person, name, file);
    answer.then().statusCode(201);
    return answer.path("id");
  }

  Response sends(Talk talk, Person sender, String clientId, String body, String... files) {
    return sender.post(
        talk.path("messages/"),
        Map.of("client_id", clientId, "body", body, "attachments", List.of(files)));
  }

  /** Sends files without a word and returns the message's id. */
  String sendsOnly(Talk talk, Person sender, String... files) {
    Response answer = sends(talk, sender, UUID.randomUUID().toString(), "", files);
    answer.then().statusCode(201);
    return answer.path("id");
  }

  Response fetches(Person person, String file) {
    return person.get("attachments/" + file + "/");
  }

  Response fetchesThumbnail(Person person, String file) {
    return person.get("attachments/" + file + "/thumbnail/");
  }
}
