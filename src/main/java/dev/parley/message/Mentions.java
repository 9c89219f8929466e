package dev.parley.message;

import dev.parley.conversation.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which members a message names; anybody else's name is only a word. */
@ApplicationScoped
class Mentions {
  private static final String MEMBERS =
      """
      select m.conversation_id, u.id, u.username from conversation_member m
      join users u on u.id = m.user_id and u.username = any (?)
      where m.conversation_id = any (?) and m.left_at is null
      """;

  @Inject private Rows rows;
  @Inject private Event<Mentioned> mentioned;
  @Inject private Event<MentionsTakenBack> takenBack;

  /** The members of some conversations who are named somewhere, by conversation and username. */
  record Named(Map<UUID, Map<String, UUID>> members) {

    /** The usernames of a conversation's members among these, in the order of the alphabet. */
    List<String> in(UUID conversation, Set<String> names) {
      return names.stream()
          .filter(members.getOrDefault(conversation, Map.of())::containsKey)
          .sorted()
          .toList();
    }
  }

  /** Looks up everybody whom these texts may mention; without any name nothing is asked. */
  Named named(Collection<UUID> conversations, Collection<String> bodies) {
    Set<String> names = new HashSet<>();
    bodies.forEach(body -> names.addAll(Body.names(body)));
    Map<UUID, Map<String, UUID>> members = new HashMap<>();
    if (!names.isEmpty()) {
      rows.list(
          MEMBERS,
          row ->
              members
                  .computeIfAbsent(Rows.id(row, "conversation_id"), id -> new HashMap<>())
                  .put(row.getString("username"), Rows.id(row, "id")),
          Rows.texts(names),
          conversations);
    }
    return new Named(members);
  }

  /** Says who was mentioned; naming oneself is no news. */
  void tell(Named named, MessageView message, UUID sender, Collection<String> already) {
    List<String> fresh = new ArrayList<>(message.mentions());
    fresh.removeAll(already);
    for (String name : fresh) {
      UUID user = named.members().get(message.conversation()).get(name);
      if (!user.equals(sender)) {
        mentioned.fire(new Mentioned(user, message.id(), sender));
      }
    }
  }

  /** Says that a message which named some members names fewer of them now. */
  void takeBack(
      Named named, UUID conversation, UUID message, Collection<String> before, List<String> now) {
    if (!now.containsAll(before)) {
      Map<String, UUID> members = named.members().getOrDefault(conversation, Map.of());
      takenBack.fire(new MentionsTakenBack(message, now.stream().map(members::get).toList()));
    }
  }
}
