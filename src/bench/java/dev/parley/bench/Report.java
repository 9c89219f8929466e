package dev.parley.bench;

import dev.parley.bench.measure.Measure;
import dev.parley.bench.measure.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The figures of all rounds as one Markdown table. */
final class Report {
  private static final String MISSING = "–";

  private final List<String> facts = new ArrayList<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();

  /** One figure, of every server and round. */
  private record Row(String unit, Map<String, List<Double>> rounds) {
    List<Double> of(String target) {
      return rounds.getOrDefault(target, List.of());
    }
  }

  void facts(List<String> sentences) {
    facts.addAll(sentences);
  }

  /** Adds the figures of a round of a server. */
  void add(String target, List<Measure> measures) {
    for (Measure measure : measures) {
      rows.computeIfAbsent(measure.name(), name -> new Row(measure.unit(), new LinkedHashMap<>()))
          .rounds()
          .computeIfAbsent(target, name -> new ArrayList<>())
          .add(measure.value());
    }
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# Parley under load\n\n");
    facts.forEach(fact -> text.append("- ").append(fact).append('\n'));
    text.append("\nEach cell: minimum / **median** / maximum of the rounds;");
    text.append(" the ratio is that of Parley to the relay in the same round.\n\n");
    text.append("| what | unit | Parley | relay | ratio |\n|---|---|---:|---:|---:|\n");
    rows.forEach((name, row) -> text.append(line(name, row)));
    return text.toString();
  }

  private static String line(String name, Row row) {
    List<Double> parley = row.of("Parley");
    List<Double> relay = row.of("relay");
    List<Double> ratios =
        IntStream.range(0, Math.min(parley.size(), relay.size()))
            .filter(round -> relay.get(round) > 0)
            .mapToObj(round -> parley.get(round) / relay.get(round))
            .toList();
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(name, row.unit(), cell(parley), cell(relay), cell(ratios));
  }

  private static String cell(List<Double> values) {
    if (values.isEmpty()) {
      return MISSING;
    }
    Spread spread = Spread.of(values);
    return "%s / **%s** / %s"
        .formatted(number(spread.min()), number(spread.median()), number(spread.max()));
  }

  /** Three digits that count, and no more than two of them after the point. */
  private static String number(double value) {
    int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
