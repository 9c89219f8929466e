package dev.parley.journey.server;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes with which the application refuses, as they stand in its classes. */
final class KnownCodes {
  private KnownCodes() {}

  /** Each code with its status and its title. */
  static Set<String> all() throws IOException, ClassNotFoundException {
    Path classes = Path.of(System.getProperty("parley.basedir", ""), "target/classes");
    List<String> names;
    try (Stream<Path> files = Files.walk(classes)) {
      names =
          files
              .map(file -> classes.relativize(file).toString())
              .filter(name -> name.endsWith("Code.class"))
              .map(name -> name.replace('/', '.').replace(".class", ""))
              .toList();
    }
    Set<String> codes = new TreeSet<>();
    for (String name : names) {
      Class<?> type = Class.forName(name);
      if (type.isEnum() && Code.class.isAssignableFrom(type)) {
        codes.addAll(
            Stream.of(type.getEnumConstants())
                .map(Code.class::cast)
                .map(c -> c.word() + " " + Problems.status(c.kind()) + " " + c.title())
                .collect(Collectors.toSet()));
      }
    }
    return codes;
  }
}
