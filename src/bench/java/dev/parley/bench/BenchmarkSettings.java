package dev.parley.bench;

import dev.parley.bench.measure.BenchmarkFailure;
import dev.parley.bench.scenario.ClosedLoop;
import dev.parley.bench.scenario.ConnectionCycles;
import dev.parley.bench.scenario.IdleSessions;
import dev.parley.bench.scenario.OpenLoop;
import dev.parley.bench.scenario.RoomDeliveries;
import dev.parley.bench.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How large and how long a run is: the system properties {@code bench.*}, those left empty by
 * {@code bench.quick}.
 *
 * @param stock whether the relay's container keeps its idle timer
 * @param only the names of the scenarios to run; empty: all
 * @param rounds measured rounds of each scenario and server
 * @param round how long one is
 * @param warmUp how long each server is first loaded, before any scenario
 * @param shortWarmUp how long each scenario runs unmeasured before its rounds
 * @param rates messages a second of the open loops
 * @param acquaintances pairs of strangers who connect
 * @param idle open sessions that do nothing
 * @param rooms members of the groups
 */
record BenchmarkSettings(
    boolean stock,
    Set<String> only,
    int rounds,
    Duration round,
    Duration warmUp,
    Duration shortWarmUp,
    int pairs,
    int inFlight,
    List<Integer> rates,
    int acquaintances,
    int idle,
    List<Integer> rooms) {

  static BenchmarkSettings from(Properties properties) {
    Reader given = new Reader(properties);
    boolean quick = Boolean.parseBoolean(given.text("bench.quick", "false"));
    Duration round = given.seconds("bench.seconds", quick ? 2 : 7);
    return new BenchmarkSettings(
        Boolean.parseBoolean(given.text("bench.stock", "false")),
        Set.copyOf(given.words("bench.only", "")),
        given.number("bench.rounds", quick ? 1 : 3),
        round,
        given.seconds("bench.warm-up", quick ? 5 : 20),
        Duration.ofSeconds(Math.max(1, round.toSeconds() / 2)),
        given.number("bench.pairs", 50),
        given.number("bench.in-flight", 2),
        given.numbers("bench.rates", quick ? "200,1000" : "200,1000,2000"),
        given.number("bench.acquaintances", quick ? 50 : 200),
        given.number("bench.idle", quick ? 200 : 1000),
        given.numbers("bench.rooms", quick ? "100" : "100,1000"));
  }

  /** The scenarios of this run. */
  List<Scenario> scenarios() {
    List<Scenario> all = new ArrayList<>();
    all.add(new ClosedLoop(pairs, inFlight));
    rates.forEach(rate -> all.add(new OpenLoop(pairs, rate)));
    all.add(new ConnectionCycles(acquaintances));
    rooms.forEach(members -> all.add(new RoomDeliveries(members)));
    all.add(new IdleSessions(idle));
    List<Scenario> chosen =
        all.stream().filter(s -> only.isEmpty() || only.contains(s.name())).toList();
    if (chosen.isEmpty()) {
      throw new BenchmarkFailure("bench.only names no scenario: " + only);
    }
    return chosen;
  }

  /** What the report says of the run itself. */
  List<String> facts() {
    return List.of(
        rounds + " interleaved rounds of " + round.toSeconds() + " s each",
        stock
            ? "relay with the container's stock idle timer"
            : "relay with the container's idle timer taken out, as Parley does");
  }

  /** Reads settings, of which an empty one is not given. */
  private record Reader(Properties properties) {
    String text(String key, String otherwise) {
      String value = properties.getProperty(key, "");
      return value.isBlank() ? otherwise : value;
    }

    int number(String key, int otherwise) {
      return Integer.parseInt(text(key, String.valueOf(otherwise)));
    }

    Duration seconds(String key, int otherwise) {
      return Duration.ofSeconds(number(key, otherwise));
    }

    List<String> words(String key, String otherwise) {
      return Stream.of(text(key, otherwise).split(",")).filter(word -> !word.isBlank()).toList();
    }

    List<Integer> numbers(String key, String otherwise) {
      return words(key, otherwise).stream().map(String::trim).map(Integer::valueOf).toList();
    }
  }
}
