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
  @Inject private PushWorker desk;
  @Inject private PushTargets addressees;
  @Inject private PresenceLookup whereabouts;
  @Inject private PushDispatcher courier;
  @Inject private RunTimeSettings settings;
  @Inject private Jsonb jsonb;
  @Inject private Clock clock;

  /** Mentions are told by the messages themselves. */
  void noticed(@Observes(during = TransactionPhase.AFTER_SUCCESS) NotificationCreated fact) {
    if (subscribers.areThere() && !fact.kind().startsWith("message.")) {
      desk.offer(() -> push(fact));
    }
  }

  void said(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesSent fact) {
    if (subscribers.areThere()) {
      desk.offer(() -> push(fact.messages()));
    }
  }

  private void push(NotificationCreated fact) {
    List<PushTarget> away =
        addressees.ofNotification(fact.id()).stream().filter(this::mayBeDisturbed).toList();
    if (!away.isEmpty()) {
      PushPayload letter =
          PushPayload.of(shown(fact), fact.kind().equals("connection.requested"), jsonb);
      away.forEach(one -> courier.take(letter, one.subscription()));
    }
  }

  private PushPayload.Shown shown(NotificationCreated fact) {
    return new PushPayload.Shown(
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
      Map<UUID, PushPayload> letters = letters(byId, away);
      // In the order in which they were said, so that the last of a conversation is what stays.
      for (MessageView message : messages) {
        away.stream()
            .filter(reader -> reader.message().equals(message.id()))
            .forEach(reader -> courier.take(letters.get(message.id()), reader.by().subscription()));
      }
    }
  }

  private Map<UUID, PushPayload> letters(
      Map<UUID, MessageView> messages, List<MessageRecipient> readers) {
    Map<UUID, PushPayload> letters = new HashMap<>();
    addressees
        .said(readers.stream().map(MessageRecipient::message).distinct().toList())
        .forEach(said -> letters.put(said.message(), letter(said, messages.get(said.message()))));
    return letters;
  }

  private PushPayload letter(MessageOrigin said, MessageView message) {
    return PushPayload.of(
        new PushPayload.Shown(
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
