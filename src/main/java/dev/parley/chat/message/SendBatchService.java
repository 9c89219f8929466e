package dev.parley.chat.message;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import dev.parley.chat.attachment.AttachmentView;
import dev.parley.chat.attachment.Attachments;
import dev.parley.chat.conversation.Audience;
import dev.parley.chat.conversation.ConversationCode;
import dev.parley.chat.conversation.DraftService;
import dev.parley.chat.conversation.Memberships;
import dev.parley.chat.message.MessageEvent.MessagesSent;
import dev.parley.chat.message.MessageEvent.SentToLargeGroup;
import dev.parley.chat.message.SendRepository.SendDecision;
import dev.parley.chat.message.SendRepository.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Carries out sends that wait at the same moment in one transaction: each is decided on its own,
 * under the locks of their conversations, and all that are accepted are written together.
 */
@ApplicationScoped
@Transactional
public class SendBatchService {
  @Inject private SendRepository rows;
  @Inject private Messages messages;
  @Inject private Mentions mentions;
  @Inject private Memberships memberships;
  @Inject private Attachments attachments;
  @Inject private DraftService drafts;
  @Inject private Sql sql;
  @Inject private Audience audience;
  @Inject private Event<SentToLargeGroup> largeGroup;
  @Inject private Jsonb jsonb;
  @Inject private Event<MessagesSent> messagesSent;
  @Inject private Clock clock;

  /** What became of one send: the message, or why not. */
  public record SendResult(SentMessage sent, DomainException refusal) {}

  private record ClientKey(UUID sender, String clientId) {}

  /** What somebody had begun to write and sends now. */
  private record Drafted(UUID sender, UUID conversation, String draft) {}

  /** Everything that one run of a batch gathers. */
  private final class Run {
    private final List<OutgoingMessage> batch;
    private final State state;
    private final Instant now;
    private final Mentions.Named named;
    private final Attaching attaching;
    private final Map<UUID, Long> lastSeqs = new HashMap<>();
    private final Map<ClientKey, AcceptedMessage> accepted = new LinkedHashMap<>();
    private final Map<UUID, List<UUID>> large = new HashMap<>();
    private final List<Drafted> drafted = new ArrayList<>();

    Run(List<OutgoingMessage> batch) {
      this.batch = batch;
      this.state = rows.lockAndRead(batch, audience.largestToldEach());
      // Under the locks, so that the times of a conversation's messages and of its closing are in
      // the order of what happened.
      this.now = clock.instant();
      this.named =
          mentions.named(
              batch.stream().map(OutgoingMessage::conversation).distinct().toList(),
              batch.stream().map(OutgoingMessage::mentions).toList());
      this.attaching = new Attaching(attachments, sql, batch);
    }

    SendResult decide(int place) {
      try {
        return new SendResult(decide(batch.get(place), state.decisions().get(place)), null);
      } catch (DomainException refusal) {
        return new SendResult(null, refusal);
      }
    }

    private SentMessage decide(OutgoingMessage one, SendDecision decision) {
      if (decision == null) {
        throw new DomainException(CommonCode.NOT_FOUND);
      }
      ClientKey key = new ClientKey(one.sender(), one.clientId());
      if (accepted.containsKey(key)) {
        return again(one, accepted.get(key));
      }
      if (decision.first() != null) {
        return again(one, decision);
      }
      if (!decision.open()) {
        throw new DomainException(ConversationCode.NOT_CONNECTED);
      }
      if (decision.replyMissing()) {
        throw new DomainException(ConversationCode.REPLY_NOT_FOUND);
      }
      return accept(one, key, decision);
    }

    private SentMessage again(OutgoingMessage one, SendDecision decision) {
      MessageView first =
          messages.byIds(one.sender(), List.of(decision.first())).get(decision.first());
      if (!decision.firstConversation().equals(one.conversation()) || first == null) {
        throw new DomainException(MessageCode.CLIENT_ID_USED).with("current", first);
      }
      return new SentMessage(first, false, jsonb.toJson(first));
    }

    private SentMessage again(OutgoingMessage one, AcceptedMessage first) {
      if (!first.message().conversation().equals(one.conversation())) {
        throw new DomainException(MessageCode.CLIENT_ID_USED).with("current", first.message());
      }
      return new SentMessage(first.message(), false, first.json());
    }

    private SentMessage accept(OutgoingMessage one, ClientKey key, SendDecision decision) {
      UUID conversation = one.conversation();
      List<AttachmentView> attached = attaching.take(one);
      long seq = lastSeqs.merge(conversation, decision.lastSeq() + 1, (last, first) -> last + 1);
      SortedMap<String, UUID> mentioned = named.in(conversation, one.mentions());
      MessageView message =
          new MessageView(
              UuidCreator.getTimeOrderedEpoch(),
              conversation,
              seq,
              decision.sender(),
              one.clientId(),
              one.body(),
              one.replyTo(),
              List.copyOf(mentioned.keySet()),
              attached,
              List.of(),
              now,
              null,
              null,
              1);
      String json = attached.isEmpty() ? MessageJson.ofNew(message) : jsonb.toJson(message);
      if (decision.isDrafted(one.body())) {
        drafted.add(new Drafted(one.sender(), conversation, decision.draft()));
      }
      accepted.put(
          key, new AcceptedMessage(one.sender(), message, List.copyOf(mentioned.values()), json));
      return new SentMessage(message, true, json);
    }

    void write() {
      List<AcceptedMessage> all = List.copyOf(accepted.values());
      if (!all.isEmpty()) {
        rows.write(all, now);
        List<MessageView> messages = all.stream().map(AcceptedMessage::message).toList();
        messagesSent.fire(new MessagesSent(List.copyOf(lastSeqs.keySet()), messages));
        attaching.write(messages);
        drafted.forEach(one -> drafts.sent(one.sender(), one.conversation(), one.draft()));
        all.forEach(this::tell);
      }
    }

    private void tell(AcceptedMessage one) {
      MessageView message = one.message();
      UUID conversation = message.conversation();
      List<UUID> members = state.members().get(conversation);
      audience.tell(conversation, members, "message.sent", message.id(), one.json());
      if (members == null) {
        largeGroup.fire(
            new SentToLargeGroup(
                large.computeIfAbsent(conversation, memberships::users), one.json()));
      }
      mentions.tell(message.id(), one.sender(), one.mentioned());
    }
  }

  /**
   * Sends a batch; the outcomes stand in the order of the sends, and what is sent is committed when
   * this returns.
   */
  public List<SendResult> send(List<OutgoingMessage> batch) {
    Run run = new Run(batch);
    List<SendResult> outcomes = new ArrayList<>();
    for (int place = 0; place < batch.size(); place++) {
      outcomes.add(run.decide(place));
    }
    run.write();
    return outcomes;
  }
}
