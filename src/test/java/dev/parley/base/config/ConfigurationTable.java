package dev.parley.base.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Renders the keys of the configuration as the table of their page. */
final class ConfigurationTable {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ""), "src/docs/configuration.md");
  private static final Pattern TABLE =
      Pattern.compile("(?s)(?<=<!-- keys -->\n).*(?=<!-- /keys -->)");
  private static final String HEAD = "\n| key | default | meaning |\n|---|---|---|\n";

  private ConfigurationTable() {}

  /** The page as it is. */
  static String page() throws IOException {
    return Files.readString(PAGE);
  }

  /** The page with the table of the keys as they are. */
  static String renewedPage() throws IOException {
    Matcher table = TABLE.matcher(page());
    if (!table.find()) {
      throw new IllegalStateException(PAGE + " has no marks around its table");
    }
    return table.replaceFirst(Matcher.quoteReplacement(rendered()));
  }

  /** Writes the page anew. */
  static void write() throws IOException {
    Files.writeString(PAGE, renewedPage());
  }

  private static String rendered() {
    return Arrays.stream(ConfigurationKey.values())
        .map(ConfigurationTable::row)
        .collect(Collectors.joining("", HEAD, "\n"));
  }

  private static String row(ConfigurationKey key) {
    String value = key.defaultValue().isEmpty() ? "none" : "`" + key.defaultValue() + "`";
    return "| `%s` | %s | %s |\n".formatted(key.key(), value, key.meaning());
  }
}
