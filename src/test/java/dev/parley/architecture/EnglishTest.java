package dev.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that comments and texts are written in plain English, which names the actor. */
class EnglishTest {
  private static final Pattern ORNATE =
      Pattern.compile(
          "(?i)\\b(?:whoever|whom|whomever|whence|what is none|of late|in (?:\\w+ )?\\w+(?:'s)? stead)\\b");

  /** The chapters whose sentences are still to be written anew; the list only shrinks. */
  private static final Set<String> TO_BE_WRITTEN_ANEW = Set.of("request", "sso", "token");

  @Test
  void comments_and_texts_name_the_actor() {
    TreeMap<String, List<String>> found =
        SourceFile.all().stream()
            .flatMap(file -> ornate(file).map(sentence -> new Finding(file, sentence)))
            .collect(
                Collectors.groupingBy(
                    finding -> finding.file().chapter(),
                    TreeMap::new,
                    Collectors.mapping(Finding::toString, Collectors.toList())));
    assertThat(found).containsOnlyKeys(TO_BE_WRITTEN_ANEW);
  }

  private static Stream<String> ornate(SourceFile file) {
    return Stream.concat(file.comments().stream(), file.texts().stream())
        .filter(sentence -> ORNATE.matcher(sentence).find());
  }

  /** A sentence that is to be written anew, and where it stands. */
  private record Finding(SourceFile file, String sentence) {
    @Override
    public String toString() {
      return file.type() + ": " + sentence;
    }
  }
}
