package dev.parley.reach.webpush;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The pushes for one service: only so many calls of it at a time, and for each browser one after
 * the other in their order. While one waits, a newer one of the same topic takes its place.
 */
final class ServiceQueue {
  private final int mostAtOnce;
  private final Map<Push.TopicKey, Push> waiting = new LinkedHashMap<>();
  private final Set<UUID> busy = new HashSet<>();
  private int underWay;

  ServiceQueue(int mostAtOnce) {
    this.mostAtOnce = mostAtOnce;
  }

  void add(Push push) {
    waiting.remove(push.key());
    waiting.put(push.key(), push);
  }

  /** The next one that may go now. */
  Optional<Push> next() {
    Optional<Push> next =
        underWay == mostAtOnce
            ? Optional.empty()
            : waiting.values().stream().filter(push -> !busy.contains(push.to().id())).findFirst();
    next.ifPresent(
        push -> {
          waiting.remove(push.key());
          busy.add(push.to().id());
          underWay++;
        });
    return next;
  }

  /** Its service has answered; the browser's other pushes still wait for what becomes of it. */
  void answered() {
    underWay--;
  }

  /** It is over with this one. */
  void settled(Push push) {
    busy.remove(push.to().id());
  }

  /** It is to go once more, unless a newer one has come for it. */
  void again(Push push) {
    busy.remove(push.to().id());
    waiting.putIfAbsent(push.key(), push);
  }

  /** Nothing goes to this browser any more. */
  void forget(UUID subscription) {
    waiting.keySet().removeIf(key -> key.subscription().equals(subscription));
  }

  /** Pushes that wait or whose end is open. */
  int size() {
    return waiting.size() + busy.size();
  }
}
