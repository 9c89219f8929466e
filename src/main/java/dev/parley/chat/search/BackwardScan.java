package dev.parley.chat.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A way back through somebody's conversations from the newest messages on. It leads on first where
 * it has come the least far, so that soon nothing newer than what was met can be missing.
 */
final class BackwardScan {
  /** As ids of messages rise with time. */
  static final Comparator<UUID> NEWEST_FIRST = Comparator.comparing(UUID::toString).reversed();

  private static final int AT_FIRST = 200;
  private static final int LONGEST_FIRST = 100;
  private static final int SHORTEST_FIRST = 2;
  private static final int LONGEST = 1_000;
  private static final int TOGETHER = 8;

  private static final Comparator<ScanPosition> LEAST_FAR_FIRST =
      Comparator.comparing(ScanPosition::end, NEWEST_FIRST);

  private final Steps steps;
  private final Map<UUID, ScanPosition> open = new HashMap<>();
  private final SortedSet<UUID> met = new TreeSet<>(NEWEST_FIRST);
  private int step;
  private int passed;

  /**
   * How far the way has come in a conversation.
   *
   * @param joined messages up to and including this seq are not the viewer's to see
   * @param end the message that was passed last
   */
  record ScanPosition(UUID conversation, long joined, UUID end) {}

  /**
   * What was met on the next messages of a conversation.
   *
   * @param passed how many messages those were
   * @param over whether there are none further on
   */
  record Stretch(UUID conversation, int passed, UUID end, boolean over, List<UUID> hits) {}

  /** Passes the next messages of some conversations, at most so many of each. */
  interface Steps {
    List<Stretch> next(Collection<ScanPosition> from, int most);
  }

  BackwardScan(Steps steps, Collection<ScanPosition> from) {
    this.steps = steps;
    from.forEach(place -> open.put(place.conversation(), place));
    step = Math.max(SHORTEST_FIRST, Math.min(LONGEST_FIRST, AT_FIRST / Math.max(1, from.size())));
  }

  /** Goes on until so many are certain, so many messages were passed, or there are no more. */
  BackwardScan go(int wanted, int most) {
    if (passed == 0 && !open.isEmpty()) {
      pass(List.copyOf(open.values()));
      step = LONGEST_FIRST;
    }
    while (certain().size() < wanted && passed < most && !open.isEmpty()) {
      pass(open.values().stream().sorted(LEAST_FAR_FIRST).limit(TOGETHER).toList());
      step = Math.min(LONGEST, 2 * step);
    }
    return this;
  }

  private void pass(List<ScanPosition> places) {
    Map<UUID, Stretch> found = new HashMap<>();
    steps.next(places, step).forEach(stretch -> found.put(stretch.conversation(), stretch));
    for (ScanPosition place : places) {
      Stretch stretch = found.get(place.conversation());
      if (stretch == null || stretch.over()) {
        open.remove(place.conversation());
      } else {
        open.put(
            place.conversation(),
            new ScanPosition(place.conversation(), place.joined(), stretch.end()));
      }
      if (stretch != null) {
        met.addAll(stretch.hits());
        passed += stretch.passed();
      }
    }
  }

  /** The newest message that may have others beyond it that were not passed; none at the end. */
  Optional<UUID> reached() {
    return open.values().stream().map(ScanPosition::end).min(NEWEST_FIRST);
  }

  /** What was met and has nothing unknown before it, newest first. */
  List<UUID> certain() {
    Optional<UUID> reached = reached();
    return met.stream()
        .takeWhile(id -> reached.isEmpty() || NEWEST_FIRST.compare(id, reached.get()) <= 0)
        .toList();
  }
}
