package dev.parley.chat.conversation;

import dev.parley.base.problem.DomainException;
import dev.parley.chat.conversation.ConversationView.MemberView;
import dev.parley.consent.person.PersonView;
import dev.parley.consent.person.PersonViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Shows the members of conversations to each other, a whole page in a few queries. */
@ApplicationScoped
class MemberViews {
  @Inject private MemberRepository members;
  @Inject private Memberships memberships;
  @Inject private PersonViews persons;

  /** A member in a page of them, and the membership that names their place. */
  record Listed(UUID membership, MemberView member) {}

  /** The longest-standing members of each of these conversations, as many as are shown. */
  Map<UUID, List<MemberView>> of(UUID viewer, Collection<UUID> conversations) {
    Map<UUID, List<MemberRepository.Member>> inThem = members.of(conversations);
    Set<UUID> people = new LinkedHashSet<>();
    inThem.values().forEach(list -> list.forEach(member -> people.add(member.user())));
    Map<UUID, PersonView> seen = persons.seenBy(viewer, people);
    Map<UUID, List<MemberView>> shown = new HashMap<>();
    inThem.forEach(
        (id, list) ->
            shown.put(id, shown(viewer, list, seen).stream().map(Listed::member).toList()));
    return shown;
  }

  /**
   * The members of a conversation in the order of their joining.
   *
   * @param after the membership after which the page begins, or null
   * @throws DomainException {@code not_found} for who is not a member
   */
  List<Listed> page(UUID viewer, UUID conversation, UUID after, int limit) {
    memberships.require(viewer, conversation);
    List<MemberRepository.Member> list = members.page(conversation, after, limit);
    List<UUID> people = list.stream().map(MemberRepository.Member::user).toList();
    return shown(viewer, list, persons.seenBy(viewer, people));
  }

  private List<Listed> shown(
      UUID viewer, List<MemberRepository.Member> list, Map<UUID, PersonView> seen) {
    return list.stream()
        .filter(member -> seen.containsKey(member.user()))
        .map(member -> new Listed(member.id(), shown(viewer, member, seen.get(member.user()))))
        .toList();
  }

  private MemberView shown(UUID viewer, MemberRepository.Member member, PersonView person) {
    boolean open = member.user().equals(viewer) || members.showsReceipts(member, person);
    return new MemberView(
        person, member.role(), open ? member.readSeq() : null, open ? member.deliveredSeq() : null);
  }
}
