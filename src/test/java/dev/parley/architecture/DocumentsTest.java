package dev.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the documents: their links lead somewhere, the README is short and leads to every page,
 * the index of decisions is complete, version and licence are the same wherever they stand.
 */
class DocumentsTest {
  private static final int LONGEST_README = 6 * 1024;
  private static final MarkdownPage README = MarkdownPage.of("README.md");
  private static final MarkdownPage DECISIONS = MarkdownPage.of("src/adr/README.md");
  private static final PathMatcher MARKDOWN = FileSystems.getDefault().getPathMatcher("glob:**.md");

  /** Number, file, title, date and status of a decision. */
  private static final Pattern DECISION =
      Pattern.compile(
          "(?m)^\\| \\[(\\d+)]\\(([^)]+)\\) \\| (.+) \\| \\d{4}-\\d\\d-\\d\\d"
              + " \\| (?:accepted|(?:refined|superseded) by \\[\\d+]\\([^)]+\\)) \\|$");

  static List<MarkdownPage> pages() throws IOException {
    return Stream.concat(
            Stream.of(README),
            Stream.of(".github", "src/docs", "src/adr", "server-config")
                .flatMap(folder -> pagesIn(folder).stream()))
        .toList();
  }

  private static List<MarkdownPage> pagesIn(String folder) {
    try (Stream<Path> files = Files.walk(MarkdownPage.PROJECT.resolve(folder))) {
      return files.filter(MARKDOWN::matches).sorted().map(MarkdownPage::new).toList();
    } catch (IOException e) {
      throw new AssertionError("The folder " + folder + " cannot be read", e);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_lead_to_files_and_headings_that_are_there(MarkdownPage page) {
    assertThat(page.brokenLinks()).as("%s", page).isEmpty();
  }

  @Test
  void the_readme_has_at_most_six_kilobytes() throws IOException {
    assertThat(Files.size(README.file())).isLessThanOrEqualTo(LONGEST_README);
  }

  @Test
  void the_readme_leads_to_every_page_for_readers() {
    assertThat(README.linkedFiles())
        .containsAll(pagesIn("src/docs").stream().map(MarkdownPage::file).toList())
        .contains(DECISIONS.file(), MarkdownPage.of(".github/CONTRIBUTING.md").file());
  }

  @Test
  void the_operators_page_leads_to_the_page_of_every_server() {
    assertThat(MarkdownPage.of("src/docs/operating.md").linkedFiles())
        .containsAll(
            pagesIn("server-config").stream()
                .map(MarkdownPage::file)
                .filter(page -> !page.getParent().endsWith("keycloak"))
                .toList());
  }

  @Test
  void the_index_has_each_decision_once_with_its_title_date_and_status() {
    List<String> decisions =
        pagesIn("src/adr").stream()
            .filter(page -> !page.equals(DECISIONS))
            .map(page -> page.file().getFileName() + " " + page.text().lines().findFirst().get())
            .toList();
    assertThat(DECISION.matcher(DECISIONS.text()).results().map(DocumentsTest::fileAndTitle))
        .isNotEmpty()
        .containsExactlyElementsOf(decisions);
  }

  private static String fileAndTitle(MatchResult row) {
    return row.group(2) + " # " + row.group(1) + ". " + row.group(3);
  }

  @Test
  void version_and_licence_are_the_same_wherever_they_stand() throws IOException {
    String version = first("pom.xml", "<artifactId>parley</artifactId>\\s+<version>([^<]+)<");
    assertThat(version).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(first("src/docs/CHANGELOG.md", "(?m)^## (\\d\\S*)")).isEqualTo(version);
    String licence = first("pom.xml", "<license>\\s+<name>([^<]+)<");
    assertThat(README.text()).contains("`" + licence + "`");
    for (String file : List.of("package.json", "package-lock.json")) {
      String path = "src/main/frontend/" + file;
      assertThat(first(path, "\"version\": \"([^\"]+)\"")).as(path).isEqualTo(version);
      assertThat(first(path, "\"license\": \"([^\"]+)\"")).as(path).isEqualTo(licence);
    }
  }

  /** What the first group of the first match has. */
  private static String first(String path, String pattern) throws IOException {
    String text = Files.readString(MarkdownPage.PROJECT.resolve(path));
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " has nothing like " + pattern));
  }
}
