package dev.parley.chat.conversation;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.journal.Journal;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.DisplayText;
import dev.parley.base.request.Patch;
import dev.parley.base.sql.Sql;
import dev.parley.consent.connection.ConnectionLookupService;
import dev.parley.consent.connection.Consent;
import dev.parley.identity.account.Username;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Begins conversations and changes what they are called and where they are kept. */
@ApplicationScoped
@Transactional
public class ConversationService {
  private static final int TITLE_LENGTH = 100;
  private static final Duration DAY = Duration.ofDays(1);
  private static final String CREATE =
      "insert into conversation (id, kind, title, member_count, made_by, created_at, last_activity_at)"
          + " values (?, 'group', ?, ?, ?, ?, ?)";
  private static final String MADE_LATELY =
      "select created_at from conversation where made_by = ? and created_at > ?"
          + " order by created_at desc offset ? limit 1";
  private static final String ADD_MEMBER =
      "insert into conversation_member (id, conversation_id, user_id, role, joined_at)"
          + " values (?, ?, ?, ?, ?)";

  @Inject private Sql rows;
  @Inject private Memberships memberships;
  @Inject private Conversations conversations;
  @Inject private DirectConversations directs;
  @Inject private ConnectionLookupService people;
  @Inject private Consent consent;
  @Inject private Audience audience;
  @Inject private Journal journal;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.group-members")
  private int mostMembers;

  @Inject
  @ConfigProperty(name = "parley.limits.groups-per-day")
  private int mostADay;

  /** A conversation, and whether it was made just now. */
  public record Begun(ConversationView conversation, boolean created) {}

  /**
   * The direct conversation with somebody.
   *
   * @throws DomainException {@code not_connected}, {@code unknown_user}
   */
  public Begun direct(UUID actor, String username) {
    UUID other = people.personId(actor, username);
    if (actor.equals(other) || !consent.connected(actor, List.of(other))) {
      throw new DomainException(ConversationCode.NOT_CONNECTED);
    }
    boolean created = directs.open(actor, other);
    return new Begun(conversations.one(actor, directs.find(actor, other).orElseThrow()), created);
  }

  /**
   * Begins a group with people the actor is connected with.
   *
   * @throws DomainException {@code not_connected} when any of them is no connection, or disabled,
   *     without saying who
   */
  public ConversationView group(UUID actor, String title, List<String> usernames) {
    String name = title(title);
    // Before anybody is looked up: a body has room for thousands of names.
    requireRoom((int) usernames.stream().map(Username::fold).distinct().count());
    Set<UUID> others = new LinkedHashSet<>();
    usernames.forEach(username -> others.add(people.personId(actor, username)));
    others.remove(actor);
    requireRoom(others.size() + 1);
    if (!consent.connected(actor, others)) {
      throw new DomainException(ConversationCode.NOT_CONNECTED);
    }
    requireFewerToday(actor);
    UUID id = create(actor, name, others);
    audience.tell(id, "conversation.created", id);
    return conversations.one(actor, id);
  }

  private UUID create(UUID owner, String title, Collection<UUID> others) {
    Instant now = clock.instant();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    rows.change(CREATE, id, title, others.size() + 1, owner, now, now);
    rows.change(ADD_MEMBER, UuidCreator.getTimeOrderedEpoch(), id, owner, MemberRole.OWNER, now);
    for (UUID other : others) {
      rows.change(ADD_MEMBER, UuidCreator.getTimeOrderedEpoch(), id, other, MemberRole.MEMBER, now);
    }
    return id;
  }

  private void requireFewerToday(UUID maker) {
    Instant yesterday = clock.instant().minus(DAY);
    if (mostADay > 0) {
      rows.first(MADE_LATELY, row -> Sql.instant(row, "created_at"), maker, yesterday, mostADay - 1)
          .ifPresent(
              first -> {
                throw new DomainException(ConversationCode.TOO_MANY_GROUPS)
                    .retryAfter(Duration.between(yesterday, first));
              });
    }
  }

  void requireRoom(int members) {
    if (mostMembers > 0 && members > mostMembers) {
      throw new DomainException(ConversationCode.GROUP_FULL);
    }
  }

  private static String title(String given) {
    return DisplayText.line(given, TITLE_LENGTH, "title");
  }

  /** Changes the title for everybody, or what the actor has set for themselves. */
  public ConversationView change(UUID actor, UUID id, Patch patch) {
    Membership member = memberships.requireLocked(actor, id);
    patch.text(
        "title",
        title -> {
          member.requireGroup();
          rename(id, title(title));
        });
    for (String flag : List.of("muted", "pinned", "archived")) {
      patch.flag(flag, value -> set(member, flag, value));
    }
    return conversations.one(actor, id);
  }

  private void rename(UUID id, String title) {
    int changed =
        rows.change(
            "update conversation set title = ?, version = version + 1 where id = ? and title <> ?",
            title,
            id,
            title);
    if (changed > 0) {
      audience.conversationChanged(id);
    }
  }

  private void set(Membership member, String flag, boolean value) {
    int changed =
        rows.change(
            "update conversation_member set %1$s = ?, version = version + 1 where id = ? and %1$s <> ?"
                .formatted(flag),
            value,
            member.id(),
            value);
    if (changed > 0) {
      journal.append(member.user(), "conversation.updated", member.conversation());
    }
  }
}
