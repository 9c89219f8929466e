package dev.parley.journey;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What somebody sees of others: relations, lists, the ledger, the bell and what has happened. */
public final class Sight {
  private final Person person;
  private long since;

  private Sight(Person person) {
    this.person = person;
    this.since = person.get("snapshot/").jsonPath().getLong("as_of_seq");
  }

  /** Looks on from now. */
  public static Sight of(Person person) {
    return new Sight(person);
  }

  /** The subjects of the events since the last look. */
  public List<String> subjects() {
    return person.get("events/?since=" + since).jsonPath().getList("events.data.id");
  }

  /** The names of the events since the last look. */
  public List<String> events() {
    JsonPath journal = person.get("events/?since=" + since).jsonPath();
    since = journal.getLong("head");
    return journal.getList("events.event");
  }

  /** The relation as this person sees it. */
  public JsonPath connection(String id) {
    var answer = person.get("connections/" + id + "/");
    answer.then().statusCode(200);
    return answer.jsonPath();
  }

  public String status(String id) {
    return connection(id).getString("status");
  }

  /** The ledger's lines: the change and the username of who did it. */
  public List<String> ledger(String id) {
    JsonPath page = person.get("connections/" + id + "/ledger/").jsonPath();
    List<Map<String, String>> items = page.getList("items");
    return items.stream().map(line -> line.get("change") + " by " + line.get("actor")).toList();
  }

  /** The usernames of one of the four lists. */
  public List<String> list(String name) {
    return person.get("users/?limit=200").jsonPath().getList(name + ".username");
  }

  /** Which of the lists other than the directory name somebody. */
  public List<String> listsNaming(Person other) {
    JsonPath lists = person.get("users/?limit=1").jsonPath();
    List<String> naming = new ArrayList<>();
    for (String list : List.of("sent_requests", "pending_requests", "mutual_connections")) {
      if (lists.getList(list + ".username").contains(other.username())) {
        naming.add(list);
      }
    }
    return naming;
  }

  /** Whether the directory finds somebody. */
  public boolean finds(Person other) {
    return person
        .get("users/?q=" + other.username())
        .jsonPath()
        .getList("users.username")
        .contains(other.username());
  }

  /** The ids of a page of relations. */
  public List<String> connections(String query) {
    return person.get("connections/" + query).jsonPath().getList("items.id");
  }

  /** The bell list, newest first: each kind and whether it was read. */
  public List<String> bell() {
    List<Map<String, Object>> items = person.get("notifications/").jsonPath().getList("items");
    return items.stream()
        .map(entry -> entry.get("kind") + (entry.get("read_at") == null ? " unread" : " read"))
        .toList();
  }

  /** What the other one is to this person: none, sent, received, connected or blocked. */
  public String relationTo(Person other) {
    return person.get("users/" + other.username() + "/").path("connection");
  }

  /** The codes of why the other one cannot be reached. */
  public List<String> reasonsAgainst(Person other) {
    return person
        .get("users/" + other.username() + "/reachability/")
        .jsonPath()
        .getList("reasons.code");
  }

  /** Everything that calls show of a relation and its other side, as it goes over the wire. */
  public String everythingAbout(String connection, Person other) {
    return String.join(
        "\n",
        person.get("connections/" + connection + "/").asString(),
        person.get("connections/").asString(),
        person.get("connections/?status=pending&direction=sent").asString(),
        person.get("connections/" + connection + "/ledger/").asString(),
        person.get("users/?q=" + other.username()).asString(),
        person.get("search/?q=" + other.username()).asString(),
        demoLists(),
        person.get("users/" + other.username() + "/").asString(),
        person.get("users/" + other.username() + "/reachability/").asString(),
        person.get("notifications/").asString(),
        person.get("events/?since=0").asString());
  }

  /** The frame in which a client of the original demo gets the four lists, as it goes. */
  private String demoLists() {
    try (LiveClient live = person.opensLiveSession()) {
      live.sends("{'action':'init_connection'}").await("update_users");
      return live.texts().get(0);
    }
  }
}
