package dev.parley.chat.conversation;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.journal.Journal;
import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import dev.parley.chat.conversation.ConversationEvent.MembershipEnded;
import dev.parley.consent.connection.ConnectionLookupService;
import dev.parley.consent.connection.Consent;
import dev.parley.identity.account.AccountEvent.UserDeleting;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who comes into groups and goes, and who owns them. */
@ApplicationScoped
@Transactional
public class MemberService {
  private static final String JOIN =
      """
      insert into conversation_member as m
        (id, conversation_id, user_id, role, joined_at, joined_seq, read_seq, delivered_seq)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (conversation_id, user_id) do update
      set role = excluded.role, joined_at = excluded.joined_at, joined_seq = excluded.joined_seq,
        read_seq = excluded.read_seq, delivered_seq = excluded.delivered_seq, skipped = 0,
        left_at = null, muted = false, pinned = false, archived = false, version = m.version + 1
      returning id
      """;
  private static final String LOCK_THEIRS =
      """
      select c.id from conversation c
      where c.id in (select conversation_id from conversation_member where user_id = ?)
      order by c.id for no key update
      """;

  private static final String THEIR_GROUPS =
      """
      select c.id from conversation_member m
      join conversation c on c.id = m.conversation_id and c.kind = 'group'
      where m.user_id = ? and m.left_at is null order by c.id
      """;

  private static final String FORGET_MARKERS =
      """
      update conversation_member
      set read_seq = 0, delivered_seq = 0, skipped = 0, muted = false, pinned = false, archived = false
      where user_id = ?
      """;

  /**
   * Direct conversations, and groups that they have left whose last word is theirs or names them.
   */
  private static final String NAMED_IN =
      """
      select c.id from conversation_member m join conversation c on c.id = m.conversation_id
      where m.user_id = ? and (c.kind = 'direct' and not c.open or c.kind = 'group' and exists (
        select 1 from message last where last.conversation_id = c.id and last.seq = c.last_seq
          and (last.sender_id = m.user_id or m.user_id = any (last.mentioned))))
      order by c.id
      """;

  @Inject private Sql rows;
  @Inject private Memberships memberships;
  @Inject private Conversations conversations;
  @Inject private ConversationService groups;
  @Inject private ConnectionLookupService people;
  @Inject private Consent consent;
  @Inject private GroupOwnership ownership;
  @Inject private Audience audience;
  @Inject private Journal journal;
  @Inject private Event<MembershipEnded> ended;
  @Inject private Clock clock;

  /** The group after a change of its members, and whether somebody came in. */
  public record Changed(ConversationView conversation, boolean added) {}

  /**
   * Brings somebody in, or gives a member another role.
   *
   * @param role null leaves a member's role as it is
   * @throws DomainException {@code not_connected} for who is no connection of the actor's, or
   *     disabled
   */
  public Changed put(UUID actor, UUID group, String username, String role) {
    String wanted = MemberRole.checked(role);
    UUID user = people.personId(actor, username);
    memberships.require(actor, group).requireGroup();
    if (memberships.find(user, group).isPresent()) {
      return new Changed(giveRole(actor, group, user, role), false);
    }
    boolean welcome = consent.connected(actor, List.of(user));
    Membership adder = memberships.requireLocked(actor, group);
    if (memberships.find(user, group).isPresent()) {
      return new Changed(conversations.one(actor, group), false);
    }
    if (!welcome) {
      throw new DomainException(ConversationCode.NOT_CONNECTED);
    }
    if (wanted.equals(MemberRole.OWNER)) {
      adder.requireOwner();
    }
    add(adder, user, wanted);
    return new Changed(conversations.one(actor, group), true);
  }

  private void add(Membership adder, UUID user, String role) {
    UUID group = adder.conversation();
    groups.requireRoom(adder.memberCount() + 1);
    long seq = adder.lastSeq();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    UUID member =
        rows.first(
                JOIN,
                row -> Sql.id(row, "id"),
                id,
                group,
                user,
                role,
                clock.instant(),
                seq,
                seq,
                seq)
            .orElseThrow();
    journal.append(user, "conversation.created", group);
    audience.tell(group, "member.added", member);
    membersChanged(group, 1);
  }

  private void membersChanged(UUID group, int difference) {
    rows.change(
        "update conversation set member_count = member_count + ?, version = version + 1,"
            + " open = open and member_count + ? > 0 where id = ?",
        difference,
        difference,
        group);
    audience.conversationChanged(group);
  }

  private ConversationView giveRole(UUID actor, UUID group, UUID user, String role) {
    Membership giver = memberships.requireLocked(actor, group);
    Membership member =
        memberships
            .find(user, group)
            .orElseThrow(() -> new DomainException(ConversationCode.NOT_A_MEMBER));
    if (role != null && member.owner() != role.equals(MemberRole.OWNER)) {
      giver.requireOwner();
      if (member.owner()) {
        ownership.requireOtherOwner(member);
      }
      rows.change("update conversation_member set role = ? where id = ?", role, member.id());
      membersChanged(group, 0);
    }
    return conversations.one(actor, group);
  }

  /**
   * Removes somebody, or has the actor leave; who has gone already stays gone.
   *
   * @throws DomainException {@code not_an_owner}, {@code last_owner}, {@code not_a_member}
   */
  public void remove(UUID actor, UUID group, String username) {
    UUID user = people.personId(actor, username);
    Membership remover = memberships.requireLocked(actor, group).requireGroup();
    if (!actor.equals(user)) {
      remover.requireOwner();
    }
    Optional<Membership> found = memberships.find(user, group);
    if (found.isEmpty()) {
      requireWasMember(user, group);
      return;
    }
    Membership member = found.get();
    ownership.requireLedWithout(member);
    leave(member);
  }

  private void requireWasMember(UUID user, UUID group) {
    rows.first(
            "select 1 from conversation_member where conversation_id = ? and user_id = ?",
            row -> true,
            group,
            user)
        .orElseThrow(() -> new DomainException(ConversationCode.NOT_A_MEMBER));
  }

  private void leave(Membership member) {
    // The last thing that the one who goes hears of the group.
    journal.append(member.user(), "member.removed", member.id());
    rows.change(
        "update conversation_member set left_at = ?, role = 'member' where id = ?",
        clock.instant(),
        member.id());
    rows.change(
        "delete from draft where conversation_id = ? and user_id = ?",
        member.conversation(),
        member.user());
    ended.fire(new MembershipEnded(member.user(), member.conversation()));
    audience.tell(member.conversation(), "member.removed", member.id());
    membersChanged(member.conversation(), -1);
  }

  /**
   * Locks all conversations of somebody whose account goes, also those they have left and are named
   * in, and what changes of their members before somebody's notifications do.
   */
  void locking(@Observes @Priority(UserDeleting.LOCKS_CONVERSATIONS) UserDeleting deleting) {
    UUID user = deleting.user();
    rows.list(LOCK_THEIRS, row -> Sql.id(row, "id"), user);
    rows.change(FORGET_MARKERS, user);
  }

  /** Somebody whose account goes leaves their groups. */
  void deleting(@Observes UserDeleting deleting) {
    UUID user = deleting.user();
    for (UUID group : rows.list(THEIR_GROUPS, row -> Sql.id(row, "id"), user)) {
      memberships.find(user, group).ifPresent(this::leave);
      ownership.ensure(group);
    }
    rows.change("delete from draft where user_id = ?", user);
    // Where they are or were, their name is another one from now on.
    rows.list(NAMED_IN, row -> Sql.id(row, "id"), user).forEach(audience::conversationChanged);
  }
}
