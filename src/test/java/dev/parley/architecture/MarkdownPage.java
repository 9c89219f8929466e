package dev.parley.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a Markdown file: what it says, its headings, and where its links lead. */
record MarkdownPage(Path file) {
  static final Path PROJECT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();

  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
  private static final Pattern ELSEWHERE = Pattern.compile("(?:https?|mailto):.*");

  /** The page at a path of the project. */
  static MarkdownPage of(String path) {
    return new MarkdownPage(PROJECT.resolve(path));
  }

  String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of the project that it links to. */
  Set<Path> linkedFiles() {
    return links().stream().map(this::target).collect(Collectors.toSet());
  }

  /** Links to a file that is not there, or to a heading that its page does not have. */
  List<String> brokenLinks() {
    return links().stream().filter(link -> !leadsSomewhere(link)).toList();
  }

  private List<String> links() {
    String prose = CODE.matcher(FENCED.matcher(text()).replaceAll("")).replaceAll("");
    return LINK.matcher(prose)
        .results()
        .map(found -> found.group(1))
        .filter(link -> !ELSEWHERE.matcher(link).matches())
        .toList();
  }

  private boolean leadsSomewhere(String link) {
    Path target = target(link);
    int hash = link.indexOf('#');
    return target.startsWith(PROJECT)
        && Files.exists(target)
        && (hash < 0 || new MarkdownPage(target).anchors().contains(link.substring(hash + 1)));
  }

  private Path target(String link) {
    String path = link.replaceFirst("#.*", "");
    return path.isEmpty() ? file : file.resolveSibling(path).normalize();
  }

  /** The names by which its headings are linked. */
  private Set<String> anchors() {
    return HEADING
        .matcher(FENCED.matcher(text()).replaceAll(""))
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return PROJECT.relativize(file).toString();
  }
}
