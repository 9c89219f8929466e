package dev.parley.chat.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.search.BackwardScan.ScanPosition;
import dev.parley.chat.search.BackwardScan.Stretch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The way back meets the newest messages first and goes no further than it must. */
class BackwardScanTest {
  private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private final TreeMap<UUID, NavigableMap<Integer, Boolean>> conversations = new TreeMap<>();
  private final List<ScanPosition> places = new ArrayList<>();
  private int passed;

  private static UUID id(int time) {
    return UUID.fromString("01960000-0000-0000-0000-%012x".formatted(time));
  }

  private static int time(UUID id) {
    return id.equals(LAST) ? Integer.MAX_VALUE : (int) id.getLeastSignificantBits();
  }

  /** A conversation whose messages came at these times; every so many of them is wanted. */
  private void conversation(IntStream times, int wantedEvery) {
    UUID id = UUID.randomUUID();
    NavigableMap<Integer, Boolean> messages = new TreeMap<>();
    times.forEach(time -> messages.put(time, time % wantedEvery == 0));
    conversations.put(id, messages);
    places.add(new ScanPosition(id, 0, LAST));
  }

  private BackwardScan way() {
    return new BackwardScan(this::next, places);
  }

  private List<Stretch> next(Collection<ScanPosition> from, int most) {
    return from.stream()
        .map(place -> next(place, most))
        .filter(stretch -> stretch.passed() > 0)
        .toList();
  }

  private Stretch next(ScanPosition from, int most) {
    List<Integer> times =
        conversations
            .get(from.conversation())
            .headMap(time(from.end()), false)
            .descendingMap()
            .keySet()
            .stream()
            .limit(most)
            .toList();
    passed += times.size();
    return new Stretch(
        from.conversation(),
        times.size(),
        times.isEmpty() ? from.end() : id(times.get(times.size() - 1)),
        times.size() < most,
        times.stream()
            .filter(conversations.get(from.conversation())::get)
            .map(BackwardScanTest::id)
            .toList());
  }

  private static List<UUID> ids(IntStream times) {
    return times.mapToObj(BackwardScanTest::id).toList();
  }

  @Test
  void a_common_word_of_a_long_conversation_is_met_soon() {
    conversation(IntStream.rangeClosed(1, 1_000_000), 2);
    List<UUID> met = way().go(51, 1_000).certain();
    assertThat(met.subList(0, 51))
        .isEqualTo(ids(IntStream.range(0, 51).map(i -> 1_000_000 - 2 * i)));
    assertThat(passed).isLessThanOrEqualTo(200);
  }

  @Test
  void a_rare_word_is_given_up_after_the_way_that_may_be_gone() {
    conversation(IntStream.rangeClosed(1, 1_000_000), 1_000_000);
    BackwardScan way = way().go(51, 1_000);
    assertThat(way.certain()).containsExactly(id(1_000_000));
    assertThat(passed).isBetween(1_000, 2_000);
    assertThat(way.reached()).contains(id(1_000_000 - passed + 1));
  }

  @Test
  void a_short_conversation_is_gone_to_its_end() {
    conversation(IntStream.rangeClosed(1, 150), 50);
    BackwardScan way = way().go(51, 1_000);
    assertThat(way.certain()).containsExactly(id(150), id(100), id(50));
    assertThat(way.reached()).isEmpty();
  }

  @Test
  void what_is_met_in_several_conversations_comes_in_one_order_without_a_hole() {
    conversation(IntStream.rangeClosed(1, 3_000).map(i -> 3 * i), 9);
    conversation(IntStream.rangeClosed(1, 3_000).map(i -> 3 * i + 1), 5);
    conversation(IntStream.rangeClosed(1, 40), 1);
    List<UUID> met = way().go(51, 10_000).certain();
    List<UUID> all =
        conversations.values().stream()
            .flatMap(messages -> messages.entrySet().stream())
            .filter(message -> message.getValue())
            .map(message -> id(message.getKey()))
            .sorted(BackwardScan.NEWEST_FIRST)
            .toList();
    assertThat(met).hasSizeGreaterThanOrEqualTo(51).isEqualTo(all.subList(0, met.size()));
    assertThat(passed).isLessThan(2_000);
  }

  @Test
  void many_conversations_cost_little_more_than_a_look_at_each() {
    IntStream.range(0, 1_000)
        .forEach(c -> conversation(IntStream.rangeClosed(1, 50).map(i -> 1_000 * i + c), 7));
    way().go(51, 1_000);
    assertThat(passed).isLessThanOrEqualTo(2 * 1_000 + 8 * 100);
  }

  @Test
  void without_conversations_there_is_nothing() {
    BackwardScan way = way().go(51, 1_000);
    assertThat(way.certain()).isEmpty();
    assertThat(way.reached()).isEmpty();
  }
}
