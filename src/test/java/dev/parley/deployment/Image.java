package dev.parley.deployment;

import dev.parley.journey.LaunchedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the Dockerfile makes, laid out in a folder: its files where it copies them, its environment
 * and its commands. No container engine is needed to run those.
 */
final class Image {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private List<String> entrypoint = List.of();
  private List<String> healthcheck = List.of();

  private Image(Path folder) {
    this.folder = folder;
  }

  static Image layOut(Path folder) throws IOException {
    Image image = new Image(folder);
    for (String line : ServerConfig.lines("docker/Dockerfile")) {
      image.follow(line);
    }
    return image;
  }

  private void follow(String line) throws IOException {
    if (line.startsWith("COPY ")) {
      copy(line);
    } else if (line.startsWith("ENV ")) {
      Stream.of(line.substring(4).split(" "))
          .map(setting -> setting.split("=", 2))
          .forEach(setting -> environment.put(setting[0], setting[1]));
    } else if (line.startsWith("ENTRYPOINT ")) {
      entrypoint = command(line);
    } else if (line.startsWith("HEALTHCHECK ")) {
      healthcheck = command(line);
    }
  }

  private void copy(String line) throws IOException {
    String[] words =
        Arrays.stream(line.split(" "))
            .skip(1)
            .filter(w -> !w.startsWith("--"))
            .toArray(String[]::new);
    Path target = Files.createDirectories(inside(words[words.length - 1]));
    for (String source : Arrays.copyOf(words, words.length - 1)) {
      Path file = LaunchedProcess.PROJECT.resolve(source);
      Path copy = Files.copy(file, target.resolve(file.getFileName()));
      copy.toFile().setExecutable(line.contains("--chmod=0555"));
      copy.toFile().setWritable(false);
    }
  }

  private List<String> command(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1));
    }
    words.set(0, inside(words.get(0)).toString());
    return words;
  }

  private Path inside(String path) {
    return folder.resolve(path.replaceFirst("^/", ""));
  }

  Map<String, String> environment() {
    return environment;
  }

  List<String> entrypoint() {
    return entrypoint;
  }

  List<String> healthcheck() {
    return healthcheck;
  }

  /** Every file there is now, by its path and when it was changed. */
  List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(file -> file + " " + file.toFile().lastModified()).sorted().toList();
    }
  }
}
