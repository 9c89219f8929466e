package dev.parley.chat.message;

import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import dev.parley.chat.message.SendBatchService.SendResult;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Queues sends for their transaction: those that wait when the one before is done go into the next
 * one together. The sends of one conversation stay in their order.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/ParleySends", maxAsync = SendQueue.WORKERS)
public class SendQueue {
  static final int WORKERS = 2;
  private static final int TRIES = 3;

  @Resource(lookup = "java:app/concurrent/ParleySends")
  private ManagedExecutorService executor;

  @Inject private SendBatchService batches;

  @Inject
  @ConfigProperty(name = "parley.limits.send-batch")
  private int mostInBatch;

  @Inject
  @ConfigProperty(name = "parley.limits.send-queue")
  private int mostWaiting;

  private final LongAdder sent = new LongAdder();
  private List<SendWorker> workers;
  private List<Future<?>> threads = List.of();

  @PostConstruct
  void make() {
    workers = Stream.generate(() -> new SendWorker(mostWaiting)).limit(WORKERS).toList();
  }

  // Each worker keeps its thread: to hand every batch to the executor costs more than the batch.
  void begin(@Observes ApplicationReady ready) {
    threads =
        workers.stream()
            .<Future<?>>map(worker -> executor.submit(worker::carryOutAsTheyCome))
            .toList();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    threads.forEach(thread -> thread.cancel(true));
  }

  /**
   * Queues a send. Its message is committed when the future completes; a refusal completes it with
   * a {@link DomainException}.
   *
   * @throws DomainException {@code unavailable} when too many wait already
   */
  CompletableFuture<SentMessage> add(OutgoingMessage message) {
    WaitingSend waiting = new WaitingSend(message, new CompletableFuture<>());
    workers.get(Math.floorMod(message.conversation().hashCode(), WORKERS)).add(waiting);
    return waiting.answer();
  }

  /** Messages committed by this node since it started. */
  long sent() {
    return sent.sum();
  }

  private record WaitingSend(OutgoingMessage message, CompletableFuture<SentMessage> answer) {
    void complete(SendResult outcome) {
      if (outcome.refusal() == null) {
        answer.complete(outcome.sent());
      } else {
        answer.completeExceptionally(outcome.refusal());
      }
    }
  }

  /** Carries out what waits for it, one batch at a time. */
  private final class SendWorker {
    private final BlockingQueue<WaitingSend> queue;
    private volatile boolean stopped;

    SendWorker(int most) {
      queue = new ArrayBlockingQueue<>(most);
    }

    void add(WaitingSend waiting) {
      if (!queue.offer(waiting)) {
        throw MessageSender.unavailable();
      }
      if (stopped) {
        refuseAll();
      }
    }

    private void carryOutAsTheyCome() {
      List<WaitingSend> batch = new ArrayList<>(mostInBatch);
      try {
        while (true) {
          batch.add(queue.take());
          queue.drainTo(batch, mostInBatch - 1);
          carryOut(batch, TRIES);
          batch.clear();
        }
      } catch (InterruptedException stopping) {
        stopped = true;
        refuseAll();
        Thread.currentThread().interrupt();
      }
    }

    private void refuseAll() {
      List<WaitingSend> left = new ArrayList<>();
      queue.drainTo(left);
      left.forEach(waiting -> waiting.answer().completeExceptionally(MessageSender.unavailable()));
    }
  }

  private void carryOut(List<WaitingSend> batch, int tries) {
    try {
      List<SendResult> outcomes = batches.send(batch.stream().map(WaitingSend::message).toList());
      for (int place = 0; place < batch.size(); place++) {
        count(outcomes.get(place));
        batch.get(place).complete(outcomes.get(place));
      }
    } catch (RuntimeException | Error e) {
      if (tries == 1 || (Outage.isBehind(e) && !Outage.isLostRace(e))) {
        batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
      } else {
        // Another worker or node may have sent the same client_id just before, transactions may
        // have
        // waited for each other in a ring, or one send may spoil it for the others. Whether the
        // transaction was committed or not, all may go again.
        batch.forEach(waiting -> carryOut(List.of(waiting), tries - 1));
      }
    }
  }

  private void count(SendResult outcome) {
    if (outcome.refusal() == null && outcome.sent().created()) {
      sent.increment();
    }
  }
}
