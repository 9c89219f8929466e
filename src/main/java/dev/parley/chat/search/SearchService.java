package dev.parley.chat.search;

import dev.parley.base.request.Paging;
import dev.parley.chat.conversation.ConversationView;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.conversation.Memberships;
import dev.parley.chat.message.MessageView;
import dev.parley.chat.message.Messages;
import dev.parley.chat.search.Highlights.Highlight;
import dev.parley.consent.connection.ConnectionLookupService;
import dev.parley.consent.people.PeopleService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds messages and people that somebody may see. */
@ApplicationScoped
@Transactional
public class SearchService {
  @Inject private MessageSearch messageSearch;
  @Inject private Messages messages;
  @Inject private Conversations conversations;
  @Inject private Memberships memberships;
  @Inject private ConnectionLookupService connections;
  @Inject private PeopleService people;

  /** A message that was found, where it stands, and where in it the words are. */
  public record Hit(
      MessageView message, ConversationView conversation, List<Highlight> highlights) {}

  /** A page of messages, newest first; there are no more when next is null. */
  public record HitPage(List<Hit> items, String next) {}

  /** Somebody's id, or null when no name is given. */
  UUID sender(UUID viewer, String username) {
    return username == null ? null : connections.personId(viewer, username);
  }

  /**
   * A page of messages; of words that very many have it may be shorter than asked for, and more
   * come after it.
   */
  public HitPage messages(UUID viewer, SearchFilter wanted, Paging paging) {
    if (wanted.conversation() != null) {
      memberships.require(viewer, wanted.conversation());
    }
    UUID olderThan = paging.after(UUID::fromString);
    MessageSearch.FoundIds found =
        messageSearch.find(viewer, wanted, olderThan, paging.limit() + 1);
    String next =
        found.further() == null
            ? paging.next(found.ids(), id -> id)
            : Paging.cursor(found.further());
    return new HitPage(shown(viewer, wanted, paging.page(found.ids())), next);
  }

  private List<Hit> shown(UUID viewer, SearchFilter wanted, List<UUID> ids) {
    Map<UUID, MessageView> seen = messages.byIds(viewer, ids);
    List<MessageView> present =
        ids.stream()
            .map(seen::get)
            .filter(Objects::nonNull)
            .filter(message -> message.deletedAt() == null)
            .toList();
    Map<UUID, ConversationView> places =
        conversations
            .seenBy(viewer, present.stream().map(MessageView::conversation).distinct().toList())
            .stream()
            .collect(Collectors.toMap(ConversationView::id, Function.identity()));
    return present.stream()
        .map(
            message ->
                new Hit(
                    message,
                    places.get(message.conversation()),
                    Highlights.of(message.body(), wanted.words())))
        .toList();
  }

  /** A page of people by a part of a name. */
  public PeopleService.FoundPeople people(UUID viewer, String text, Paging paging) {
    return people.find(viewer, text, paging);
  }
}
