package dev.parley.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
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

  /**
   * Makes a new folder for this process; those of processes that are gone are taken away, as far as
   * they are this user's.
   */
  static Path make(Path temporary) throws IOException {
    Path made =
        Files.createTempDirectory(
            temporary, "parley-server-" + ProcessHandle.current().pid() + "-");
    UserPrincipal user = Files.getOwner(made);
    in(temporary.toFile())
        .filter(folder -> isLeftOver(folder) && isOf(user, folder))
        .forEach(ServerFolder::remove);
    return made;
  }

  private static boolean isOf(UserPrincipal user, File folder) {
    try {
      return Files.getOwner(folder.toPath()).equals(user);
    } catch (IOException gone) {
      return false;
    }
  }

  private static boolean isLeftOver(File folder) {
    Matcher name = NAME.matcher(folder.getName());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  static void remove(Path folder) {
    remove(folder.toFile());
  }

  private static void remove(File folder) {
    empty(folder);
    if (!folder.delete() && folder.exists()) {
      System.err.println("Could not remove " + folder + ".");
    }
  }

  private static void empty(File folder) {
    // A link is taken away itself, and never what it leads to.
    in(folder)
        .forEach(
            file -> {
              if (!Files.isSymbolicLink(file.toPath())) {
                empty(file);
              }
              file.delete();
            });
  }

  /**
   * What is in a folder; nothing when it is none any more, for another server that starts may be
   * taking it away at the same moment.
   */
  private static Stream<File> in(File folder) {
    return Optional.ofNullable(folder.listFiles()).stream().flatMap(Stream::of);
  }
}
