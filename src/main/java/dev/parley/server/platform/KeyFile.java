package dev.parley.server.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in the temporary folder, replaced as a whole; its name says whose it is, so that what a
 * killed server has left can be told from what is in use.
 */
final class KeyFile {
  private static final Logger LOG = Logger.getLogger(KeyFile.class.getName());
  private static final Pattern NAME = Pattern.compile("parley-keys-(\\d{1,18})-\\d+\\.(json|next)");
  private static final ProcessHandle SELF = ProcessHandle.current();
  private static final String PREFIX = "parley-keys-" + SELF.pid() + "-";

  private final Path file;

  private KeyFile(Path file) {
    this.file = file;
  }

  /** Makes a new file for this process; those of processes that are gone are taken away. */
  static KeyFile make(Path temporary) throws IOException {
    Path file = Files.createTempFile(temporary, PREFIX, ".json");
    file.toFile().deleteOnExit();
    sweep(temporary, Files.getOwner(file));
    return new KeyFile(file);
  }

  private static void sweep(Path temporary, UserPrincipal user) {
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(
            temporary, file -> isLeftOver(file.toFile()) && Files.getOwner(file).equals(user))) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.log(Level.INFO, "What a killed server may have left stays: {0}", e.toString());
    }
  }

  /** In a container a server often has the number of the one before it. */
  private static boolean isLeftOver(File file) {
    Matcher name = NAME.matcher(file.getName());
    if (!name.matches()) {
      return false;
    }
    long process = Long.parseLong(name.group(1));
    if (process != SELF.pid()) {
      return ProcessHandle.of(process).isEmpty();
    }
    Instant written = Instant.ofEpochMilli(file.lastModified());
    return SELF.info().startInstant().filter(written::isBefore).isPresent();
  }

  /** Writes it anew; a process that reads it meanwhile finds what it said before, or this. */
  void write(String text) throws IOException {
    Path next = Files.createTempFile(file.getParent(), PREFIX, ".next");
    Files.writeString(next, text);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  Path path() {
    return file;
  }
}
