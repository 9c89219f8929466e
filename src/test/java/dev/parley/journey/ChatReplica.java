package dev.parley.journey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The conversations that a client knows, kept by events as the protocol says: a conversation
 * replaces what was known of it, messages and markers move it on, and who is removed forgets it.
 */
public final class ChatReplica {
  private final String me;
  private final Map<String, Map<String, Object>> conversations = new TreeMap<>();
  private final Set<String> left = new HashSet<>();
  private final List<String> leaks = new ArrayList<>();

  public ChatReplica(String me, List<Map<String, Object>> conversations) {
    this.me = me;
    conversations.forEach(this::put);
  }

  /** Applies an event that has content. */
  public void take(String event, Map<String, Object> data) {
    noteLeak(event, data);
    switch (event) {
      case "conversation.created", "conversation.updated" -> put(data);
      case "message.sent" -> sent(data);
      case "message.edited", "message.deleted", "reaction.changed" -> changed(data);
      case "read.moved" -> read(data);
      case "delivered.moved" -> position(data, "delivered_seq");
      case "member.removed" -> removed(data);
      default -> {}
    }
  }

  /** What came of a conversation between leaving it and being in it again. */
  public List<String> leaks() {
    return leaks;
  }

  public Map<String, Map<String, Object>> conversations() {
    return conversations;
  }

  private void noteLeak(String event, Map<String, Object> data) {
    boolean whole = event.startsWith("conversation.");
    String id = (String) data.get(whole ? "id" : "conversation");
    boolean comes =
        event.equals("conversation.created")
            || event.equals("member.added") && me.equals(data.get("username"));
    if (comes) {
      left.remove(id);
    } else if (left.contains(id)) {
      leaks.add(event + " " + data);
    }
  }

  private void put(Map<String, Object> conversation) {
    conversations.put((String) conversation.get("id"), conversation);
  }

  private void sent(Map<String, Object> message) {
    Map<String, Object> conversation = of(message);
    if (conversation == null) {
      return;
    }
    if (number(message, "seq") > number(conversation, "last_seq")) {
      conversation.put("last_seq", message.get("seq"));
      boolean unread = !me.equals(message.get("sender")) && message.get("deleted_at") == null;
      conversation.put(
          "unread_count", (int) number(conversation, "unread_count") + (unread ? 1 : 0));
    }
    Map<String, Object> newest = members(conversation.get("last_message"));
    if (newest == null || number(message, "seq") >= number(newest, "seq")) {
      conversation.put("last_message", message);
    }
  }

  private void changed(Map<String, Object> message) {
    Map<String, Object> conversation = of(message);
    Map<String, Object> newest =
        conversation == null ? null : members(conversation.get("last_message"));
    if (newest != null
        && newest.get("id").equals(message.get("id"))
        && number(message, "version") >= number(newest, "version")) {
      conversation.put("last_message", message);
    }
  }

  private void read(Map<String, Object> data) {
    Map<String, Object> conversation = of(data);
    if (conversation != null && me.equals(data.get("username"))) {
      conversation.put("read_seq", data.get("seq"));
      conversation.put("last_seq", data.get("last_seq"));
      conversation.put("unread_count", data.get("unread_count"));
    }
    position(data, "read_seq");
  }

  private void position(Map<String, Object> data, String name) {
    Map<String, Object> conversation = of(data);
    if (conversation != null) {
      ((List<?>) conversation.get("members"))
          .stream()
              .map(ChatReplica::members)
              .filter(
                  member ->
                      data.get("username").equals(members(member.get("user")).get("username")))
              .forEach(member -> member.put(name, data.get("seq")));
    }
  }

  private void removed(Map<String, Object> data) {
    if (me.equals(data.get("username"))) {
      conversations.remove(data.get("conversation"));
      left.add((String) data.get("conversation"));
    }
  }

  private Map<String, Object> of(Map<String, Object> data) {
    return conversations.get(data.get("conversation"));
  }

  private static long number(Map<String, Object> data, String name) {
    return ((Number) data.get(name)).longValue();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Object object) {
    return (Map<String, Object>) object;
  }
}
