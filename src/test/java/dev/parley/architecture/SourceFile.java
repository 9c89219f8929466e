package dev.parley.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a source file of the application: what it says in comments, and its texts. */
record SourceFile(String wing, String chapter, String type, String source) {
  private static final Path ROOT = Path.of("src/main/java/dev/parley");
  private static final String LINE_BREAK = "\n";

  private static final String TEXT_BLOCK = "\"\"\"[\\s\\S]*?(?<!\\\\)\"\"\"";
  private static final String STRING = "\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"";
  private static final String CHARACTER = "'(?:\\\\[^\\n]|[^'\\\\\\n])[^'\\n]*'";
  private static final String COMMENT = "//[^\\n]*|/\\*[\\s\\S]*?\\*/";
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<text>%s|%s)|(?<comment>%s)|%s".formatted(TEXT_BLOCK, STRING, COMMENT, CHARACTER));

  /** All files of the application, in the order of their paths. */
  static List<SourceFile> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(SourceFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path file) {
    Path inside = ROOT.relativize(file);
    try {
      return new SourceFile(
          inside.getName(0).toString(),
          inside.getName(1).toString(),
          inside.getFileName().toString().replace(".java", ""),
          Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its comments, each on one line without what marks it as one. */
  List<String> comments() {
    return TOKEN
        .matcher(source)
        .results()
        .map(found -> found.group("comment"))
        .filter(comment -> comment != null)
        .map(comment -> comment.replaceAll("(?m)^\\s*(/?\\*+/?|//)|\\*/", " "))
        .map(comment -> comment.replaceAll("\\s+", " ").strip())
        .toList();
  }

  /** Its texts; those that are only added to each other are one. */
  List<String> texts() {
    StringBuilder joined = new StringBuilder();
    Matcher token = TOKEN.matcher(source);
    int end = 0;
    while (token.find()) {
      String between = source.substring(end, token.start());
      end = token.end();
      if (!between.isBlank() && !between.strip().equals("+")) {
        joined.append(LINE_BREAK);
      }
      if (token.group("text") != null) {
        joined.append(contents(token.group("text")));
      }
    }
    return joined.toString().lines().filter(text -> !text.isBlank()).toList();
  }

  /** What stands between the quotes, on one line. */
  private static String contents(String quoted) {
    int quotes = quoted.startsWith("\"\"\"") ? 3 : 1;
    return quoted
        .substring(quotes, quoted.length() - quotes)
        .replace("\\n", " ")
        .replace('\n', ' ');
  }
}
