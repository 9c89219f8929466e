package dev.parley.reach.webpush;

import dev.parley.base.config.RunTimeSettings;
import dev.parley.chat.message.MessageEvent.MessagesSent;
import dev.parley.chat.message.MessageView;
import dev.parley.reach.notification.NotificationCreated;
import dev.parley.reach.presence.PresenceLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hears what has happened, and has it pushed to those who are away and want to know. */
@ApplicationScoped
public class PushNews {
  @Inject private Subscribers subscribers;
  @Inject private PushWorker worker;
  @Inject private PushTargets addressees;
  @Inject private PresenceLookup whereabouts;
  @Inject private PushDispatcher dispatcher;
  @Inject private RunTimeSettings settings;
  @Inject private Jsonb jsonb;
  @Inject private Clock clock;

  /** Mentions are told by the messages themselves. */
  void noticed(@Observes(during = TransactionPhase.AFTER_SUCCESS) NotificationCreated fact) {
    if (subscribers.areThere() && !fact.kind().startsWith("message.")) {
      worker.offer(() -> push(fact));
    }
  }

  void said(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesSent fact) {
    if (subscribers.areThere()) {
      worker.offer(() -> push(fact.messages()));
    }
  }

  private void push(NotificationCreated fact) {
    List<PushTarget> away =
        addressees.ofNotification(fact.id()).stream().filter(this::mayBeDisturbed).toList();
    if (!away.isEmpty()) {
      PushPayload payload =
          PushPayload.of(shown(fact), fact.kind().equals("connection.requested"), jsonb);
      away.forEach(one -> dispatcher.take(payload, one.subscription()));
    }
  }

  private PushPayload.ShownPush shown(NotificationCreated fact) {
    return new PushPayload.ShownPush(
        settings.text("parley.name"), fact.text(), fact.id().toString(), TargetPage.of(fact));
  }

  private void push(List<MessageView> messages) {
    Map<UUID, MessageView> byId =
        messages.stream().collect(Collectors.toMap(MessageView::id, Function.identity()));
    List<MessageRecipient> away =
        addressees.ofMessages(byId.keySet()).stream()
            .filter(reader -> reader.isNews() && mayBeDisturbed(reader.by()))
            .toList();
    if (!away.isEmpty()) {
      Map<UUID, PushPayload> payloads = payloads(byId, away);
      // In the order in which they were said, so that the last of a conversation is what stays.
      for (MessageView message : messages) {
        away.stream()
            .filter(reader -> reader.message().equals(message.id()))
            .forEach(
                reader -> dispatcher.take(payloads.get(message.id()), reader.by().subscription()));
      }
    }
  }

  private Map<UUID, PushPayload> payloads(
      Map<UUID, MessageView> messages, List<MessageRecipient> readers) {
    Map<UUID, PushPayload> payloads = new HashMap<>();
    addressees
        .said(readers.stream().map(MessageRecipient::message).distinct().toList())
        .forEach(said -> payloads.put(said.message(), payload(said, messages.get(said.message()))));
    return payloads;
  }

  private PushPayload payload(MessageOrigin said, MessageView message) {
    return PushPayload.of(
        new PushPayload.ShownPush(
            said.title(),
            said.line(MessageLine.of(message)),
            message.conversation().toString(),
            TargetPage.of(message)),
        true,
        jsonb);
  }

  private boolean mayBeDisturbed(PushTarget one) {
    Instant now = clock.instant();
    return !one.isQuietAt(now) && !whereabouts.isHere(one.user());
  }
}
