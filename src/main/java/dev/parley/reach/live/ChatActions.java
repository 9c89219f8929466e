package dev.parley.reach.live;

import dev.parley.base.request.Input;
import dev.parley.chat.conversation.ReadService;
import dev.parley.chat.message.MessageSender;
import dev.parley.chat.message.SentMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Carries out what a client's frame asks for in a conversation. */
@ApplicationScoped
public class ChatActions {
  @Inject private MessageSender sending;
  @Inject private ReadService reading;
  @Inject private ReplyFrames answers;

  void carryOut(LiveSession session, Frame frame) {
    UUID conversation = Input.id(frame.text("conversation"));
    switch (frame.action()) {
      case "mark_read" ->
          session.send(
              answers.ack(frame.id(), reading.read(session.user(), conversation, seq(frame))));
      case "delivered" -> reading.delivered(session.user(), conversation, seq(frame));
      default -> send(session, frame, conversation);
    }
  }

  /** Answers when the message is committed; nobody waits for it here. */
  private void send(LiveSession session, Frame frame, UUID conversation) {
    String id = frame.id();
    sending
        .send(
            session.user(),
            conversation,
            frame.textOr("client_id", null),
            frame.textOr("body", null),
            frame.textOr("reply_to", null),
            frame.texts("attachments"))
        .whenComplete((sent, thrown) -> session.send(answer(id, sent, thrown)));
  }

  private String answer(String id, SentMessage sent, Throwable thrown) {
    return thrown == null
        ? answers.ackWithJson(id, sent.json())
        : answers.error(id, MessageSender.failure(thrown));
  }

  private static long seq(Frame frame) {
    long seq = frame.number("seq").orElse(-1);
    if (seq < 0) {
      throw Input.wrong("seq", "A seq is a whole number that is not negative.");
    }
    return seq;
  }
}
