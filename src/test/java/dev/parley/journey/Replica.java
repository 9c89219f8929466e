package dev.parley.journey;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a client knows: a snapshot and the events after it, applied as the protocol says. Its
 * outcome is a pure function of both.
 *
 * <p>How many connections two people have in common changes without an event to either, so {@code
 * mutual_count} is left out of the comparison, as is the relation inside a nested user: both are
 * extras of the view, and the connection itself says more. Presence is told by signals. A
 * conversation shows its members' profiles, which are not told to people whose relation with them
 * has ended.
 */
public final class Replica {
  private static final Set<String> LIVE = Set.of("pending", "approved", "ignored");
  private static final Set<String> VOLATILE = Set.of("mutual_count", "connection", "presence");
  private static final Set<String> PROFILE = Set.of("display_name", "avatar_url", "status_text");

  private final Map<String, Object> connections = new TreeMap<>();
  private final Map<String, Object> notifications = new TreeMap<>();
  private ChatReplica chat;
  private Object settings;
  private Object user;
  private String epoch;
  private long last;

  public static Replica of(JsonPath snapshot) {
    Replica replica = new Replica();
    replica.epoch = snapshot.getString("epoch");
    replica.last = snapshot.getLong("as_of_seq");
    snapshot.<Map<String, Object>>getList("connections").forEach(replica::putConnection);
    snapshot
        .<Map<String, Object>>getList("notifications")
        .forEach(entry -> replica.notifications.put((String) entry.get("id"), entry));
    replica.settings = snapshot.get("settings");
    replica.user = snapshot.get("user");
    replica.chat =
        new ChatReplica(snapshot.getString("user.username"), snapshot.getList("conversations"));
    return replica;
  }

  public ChatReplica chat() {
    return chat;
  }

  public String epoch() {
    return epoch;
  }

  public long last() {
    return last;
  }

  /** Applies the next event, drops one it has had; false when there is a gap before it. */
  public boolean apply(JsonPath event) {
    long seq = event.getLong("seq");
    if (seq > last + 1) {
      return false;
    }
    if (seq == last + 1) {
      last = seq;
      take(event.getString("event"), event.getMap("data"));
    }
    return true;
  }

  private void take(String event, Map<String, Object> data) {
    if (data == null) {
      return;
    }
    if (event.startsWith("connection.")) {
      putConnection(data);
    } else if (event.startsWith("notification.")) {
      notifications.put((String) data.get("id"), data);
    } else if (event.equals("settings.updated")) {
      settings = data;
    } else if (event.equals("user.updated")) {
      takeUser(data);
    } else if (data.containsKey("conversation") || event.startsWith("conversation.")) {
      chat.take(event, data);
    }
  }

  private void takeUser(Map<String, Object> data) {
    if (data.get("id").equals(id(user))) {
      user = data;
    }
    connections.values().forEach(connection -> replaceUser(connection, data));
  }

  private static void replaceUser(Object connection, Map<String, Object> data) {
    for (String side : List.of("sender", "receiver")) {
      Map<String, Object> person = members(members(connection).get(side));
      if (person.get("id").equals(data.get("id"))) {
        person.keySet().stream()
            .filter(data::containsKey)
            .toList()
            .forEach(name -> person.put(name, data.get(name)));
      }
    }
  }

  private void putConnection(Map<String, Object> connection) {
    if (LIVE.contains((String) connection.get("status"))) {
      connections.put((String) connection.get("id"), connection);
    } else {
      connections.remove(connection.get("id"));
    }
  }

  /** Everything it knows, in one order and without what is volatile. */
  public String picture() {
    List<Object> all = new ArrayList<>();
    all.add("connections: " + stable(connections));
    all.add("conversations: " + stable(chat.conversations(), PROFILE));
    all.add("notifications: " + stable(notifications));
    all.add("settings: " + stable(settings));
    all.add("user: " + stable(user));
    return String.join("\n", all.stream().map(Object::toString).toList());
  }

  private static Object stable(Object value) {
    return stable(value, Set.of());
  }

  private static Object stable(Object value, Set<String> besides) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      new TreeSet<>(map.keySet().stream().map(String::valueOf).toList())
          .stream()
              .filter(name -> !VOLATILE.contains(name) && !besides.contains(name))
              .forEach(name -> sorted.put(name, stable(map.get(name), besides)));
      return sorted;
    }
    return value instanceof List<?> list
        ? list.stream().map(one -> stable(one, besides)).toList()
        : value;
  }

  private static Object id(Object user) {
    return members(user).get("id");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Object object) {
    return (Map<String, Object>) object;
  }
}
