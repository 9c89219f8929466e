package dev.parley.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.Yaml;

/** The folder {@code server-config} as its tests read it. */
final class ServerConfig {
  static final Path FOLDER = Path.of(System.getProperty("basedir", ""), "server-config");

  private ServerConfig() {}

  /** The lines of a file that are neither empty nor a comment. */
  static List<String> lines(String file) {
    return text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one document of a YAML file, as maps and lists. */
  static <T> T yaml(String file) {
    return new Yaml().load(text(file));
  }
}
