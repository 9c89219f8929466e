package dev.parley.administration.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Writes all lines that match a filter as CSV, a few at a time however many there are. */
@ApplicationScoped
class AuditExport {
  static final int BATCH = 1000;

  @Inject private AuditLogService log;

  void write(AuditFilter filter, OutputStream out) throws IOException {
    try (BufferedWriter text =
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "id", "at", "actor", "act", "target", "reason", "address", "outcome", "detail");
      UUID last = null;
      List<AuditLine> lines;
      do {
        lines = log.before(last, filter, BATCH);
        lines.forEach(line -> csv.writeRecord(cells(line)));
        last = lines.isEmpty() ? null : lines.get(lines.size() - 1).id();
      } while (lines.size() == BATCH);
    }
  }

  private static List<String> cells(AuditLine line) {
    return java.util.Arrays.asList(
            line.id(),
            line.at(),
            line.actor(),
            line.act(),
            line.target(),
            line.reason(),
            line.address(),
            line.outcome(),
            line.detail().isEmpty() ? null : line.detail())
        .stream()
        .map(CsvCell::defused)
        .toList();
  }
}
