package dev.parley.journey;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who administers, and says why they do what they do. */
public final class Administrator {
  public static final String WHY = "Asked for in ticket 4711";

  private final Person person;

  public Administrator(Person person) {
    this.person = person;
  }

  /** The one that the configuration names. */
  public static Administrator of(ParleyServer server) {
    return new Administrator(new People(server).administrator());
  }

  public Person person() {
    return person;
  }

  public String username() {
    return person.username();
  }

  public Response gets(String path) {
    return person.get("admin/" + path);
  }

  /** Posts this and the reason. */
  public Response posts(String path, Map<String, ?> body) {
    return person.post("admin/" + path, withReason(body));
  }

  public Response posts(String path) {
    return posts(path, Map.of());
  }

  /** Puts this and the reason. */
  public Response puts(String path, Map<String, ?> body) {
    return person.put("admin/" + path, withReason(body));
  }

  /** Deletes with the reason in the address. */
  public Response deletes(String path) {
    return person.call().queryParam("reason", WHY).delete(person.address("admin/" + path));
  }

  private static Map<String, Object> withReason(Map<String, ?> body) {
    Map<String, Object> more = new TreeMap<>(body);
    more.putIfAbsent("reason", WHY);
    return more;
  }

  public Response disables(Person who) {
    return posts("users/" + who.username() + "/disable/");
  }

  public Response enables(Person who) {
    return posts("users/" + who.username() + "/enable/");
  }

  public Response makesAdministrator(Person who) {
    return puts("users/" + who.username() + "/roles/", Map.of("roles", List.of("admin")));
  }

  public Response demotes(Person who) {
    return puts("users/" + who.username() + "/roles/", Map.of("roles", List.of()));
  }

  public Response deletes(Person who) {
    return deletes("users/" + who.username() + "/");
  }

  /** The lines of the audit log about an act and its target, newest first. */
  public List<Map<String, Object>> linesAbout(String act, String target) {
    return page("audit/?act=" + act + "&target=" + target).getList("items");
  }

  /** The newest line of the audit log by somebody. */
  public Map<String, Object> newestLineOf(String act, String actor) {
    return page("audit/?act=" + act + "&actor=" + actor).getMap("items[0]");
  }

  public JsonPath page(String path) {
    return gets(path).then().statusCode(200).extract().jsonPath();
  }
}
