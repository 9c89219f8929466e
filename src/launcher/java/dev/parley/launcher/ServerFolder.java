package dev.parley.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one running server, below the temporary one; its name says whose it is, so that
 * what a killed process has left can be told from what is in use.
 */
final class ServerFolder {
  private static final Pattern NAME = Pattern.compile("parley-server-(\\d{1,18})-\\d+");

  private ServerFolder() {}

  /** Makes a new folder for this process; those of processes that are gone are taken away. */
  static Path make(Path temporary) throws IOException {
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(temporary, ServerFolder::isLeftOver)) {
      folders.forEach(ServerFolder::remove);
    }
    return Files.createTempDirectory(
        temporary, "parley-server-" + ProcessHandle.current().pid() + "-");
  }

  private static boolean isLeftOver(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      System.err.println("Could not remove " + folder + ".");
    }
  }
}
