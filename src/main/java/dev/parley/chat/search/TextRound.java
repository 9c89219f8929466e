package dev.parley.chat.search;

import dev.parley.base.problem.GuardedLoop;
import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import dev.parley.chat.message.MessageEvent.MessagesSent;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * Goes through the conversations with new messages every second, and now and then through all of
 * them for what a node could not finish, and for what an earlier version folded by another rule.
 */
@ApplicationScoped
public class TextRound {
  private static final Logger LOG = Logger.getLogger(TextRound.class.getName());

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private TextService texts;

  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::go, 1, 1, TimeUnit.SECONDS);
    scheduler.scheduleWithFixedDelay(this::lookForMore, 0, 10, TimeUnit.MINUTES);
  }

  void sent(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesSent fact) {
    waiting.addAll(fact.conversations());
  }

  private void go() {
    try {
      GuardedLoop.each(
          List.copyOf(waiting),
          this::copyNext,
          LOG,
          "New messages of a conversation cannot be searched yet; trying again");
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "New messages cannot be searched yet; trying again", e);
    }
  }

  private void copyNext(UUID conversation) {
    boolean more = true;
    waiting.remove(conversation);
    try {
      more = texts.copyNext(conversation);
    } finally {
      if (more) {
        waiting.add(conversation);
      }
    }
  }

  private void catchUp(UUID conversation) {
    while (texts.copyNext(conversation)) {
      // there is more of it
    }
  }

  private void foldAgain(UUID conversation) {
    UUID last = texts.foldNext(conversation, null);
    while (last != null) {
      last = texts.foldNext(conversation, last);
    }
  }

  private void lookForMore() {
    try {
      untilNoneIsNew(texts::behind, this::catchUp);
      untilNoneIsNew(texts::outdated, this::foldAgain);
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "What cannot be searched yet was not found; trying again later", e);
    }
  }

  /** Acts on some after some; one that comes again could not be helped, and is left. */
  static void untilNoneIsNew(Supplier<List<UUID>> some, Consumer<UUID> act) {
    Set<UUID> seen = new HashSet<>();
    for (List<UUID> next = some.get(); seen.addAll(next); next = some.get()) {
      GuardedLoop.each(next, act, LOG, "Old messages of a conversation cannot be searched yet");
    }
  }
}
