package dev.parley.chat.message;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends messages, for REST and WebSocket alike. */
@ApplicationScoped
public class MessageSender {
  private static final Duration COME_BACK = Duration.ofSeconds(2);
  @Inject private SendQueue queue;

  @Inject
  @ConfigProperty(name = "parley.limits.message-length")
  private int longest;

  @Inject
  @ConfigProperty(name = "parley.limits.attachments-per-message")
  private int mostAttachments;

  @Inject
  @ConfigProperty(name = "parley.limits.send-wait")
  private Duration patience;

  /**
   * Sends without waiting: the future completes once the message is committed or refused, and with
   * {@code unavailable} when that takes too long.
   *
   * @throws DomainException for parts that are wrong by themselves, see {@link MessageCode}
   */
  public CompletableFuture<SentMessage> send(
      UUID sender,
      UUID conversation,
      String clientId,
      String body,
      String replyTo,
      List<String> attachments) {
    OutgoingMessage message =
        OutgoingMessage.checked(
            sender,
            conversation,
            clientId,
            body,
            replyTo,
            AttachmentIds.read(attachments, mostAttachments),
            longest);
    return queue.add(message).orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Sends and waits until the message is committed. */
  SentMessage sendAndWait(
      UUID sender,
      UUID conversation,
      String clientId,
      String body,
      String replyTo,
      List<String> attachments) {
    try {
      return send(sender, conversation, clientId, body, replyTo, attachments).get();
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  /** A refusal for the moment: the same message may be sent again soon. */
  static DomainException unavailable() {
    return new DomainException(CommonCode.UNAVAILABLE).retryAfter(COME_BACK);
  }

  /** Messages that this node has committed since it started. */
  public long sent() {
    return queue.sent();
  }

  /** What a send's failure is to its caller. */
  public static RuntimeException failure(Throwable thrown) {
    if (thrown instanceof TimeoutException) {
      return unavailable();
    }
    return thrown instanceof RuntimeException known
        ? known
        : new IllegalStateException("A message could not be sent", thrown);
  }
}
