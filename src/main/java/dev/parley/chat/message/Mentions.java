package dev.parley.chat.message;

import dev.parley.base.sql.Sql;
import dev.parley.chat.message.MessageEvent.Mentioned;
import dev.parley.chat.message.MessageEvent.MentionsTakenBack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Finds the members that messages mention, and fires that. */
@ApplicationScoped
class Mentions {
  private static final String MEMBERS =
      """
      select m.conversation_id, u.id, u.username from conversation_member m
      join users u on u.id = m.user_id and u.enabled and u.username = any (?)
      where m.conversation_id = any (?) and m.left_at is null and m.joined_seq < ?
      """;

  @Inject private Sql rows;
  @Inject private Event<Mentioned> mentioned;
  @Inject private Event<MentionsTakenBack> takenBack;

  /** The members of some conversations who may be meant, by conversation and username. */
  record Named(Map<UUID, Map<String, UUID>> members) {

    /** The members of a conversation that a message mentions, in the order of their usernames. */
    SortedMap<String, UUID> in(UUID conversation, MentionCandidates candidates) {
      SortedMap<String, UUID> meant = new TreeMap<>(members.getOrDefault(conversation, Map.of()));
      meant.keySet().retainAll(candidates.among(Set.copyOf(meant.keySet())));
      return meant;
    }
  }

  /** Looks up everybody that new messages may mention; without any name nothing is asked. */
  Named named(Collection<UUID> conversations, Collection<MentionCandidates> candidates) {
    return named(conversations, candidates, Long.MAX_VALUE);
  }

  /** The members that a message mentions, of those who may see what has its place. */
  List<UUID> in(UUID conversation, long seq, MentionCandidates candidates) {
    return List.copyOf(
        named(List.of(conversation), List.of(candidates), seq)
            .in(conversation, candidates)
            .values());
  }

  private Named named(
      Collection<UUID> conversations, Collection<MentionCandidates> candidates, long seq) {
    Set<String> names = new HashSet<>();
    candidates.forEach(each -> names.addAll(each.names()));
    Map<UUID, Map<String, UUID>> members = new HashMap<>();
    if (!names.isEmpty()) {
      rows.list(
          MEMBERS,
          row ->
              members
                  .computeIfAbsent(Sql.id(row, "conversation_id"), id -> new HashMap<>())
                  .put(row.getString("username"), Sql.id(row, "id")),
          Sql.texts(names),
          conversations,
          seq);
    }
    return new Named(members);
  }

  /** Says who is mentioned; naming oneself is no news. */
  void tell(UUID message, UUID sender, Collection<UUID> users) {
    users.stream()
        .filter(user -> !user.equals(sender))
        .forEach(user -> mentioned.fire(new Mentioned(user, message, sender)));
  }

  /** Says what an edit has changed: who is mentioned only now, and who is no longer. */
  void tellChange(UUID message, UUID sender, List<UUID> before, List<UUID> now) {
    if (!now.containsAll(before)) {
      takenBack.fire(new MentionsTakenBack(message, now));
    }
    tell(message, sender, now.stream().filter(user -> !before.contains(user)).toList());
  }
}
