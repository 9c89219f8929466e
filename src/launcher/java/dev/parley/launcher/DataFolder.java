package dev.parley.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The folder of the embedded database, used by one running application at a time. */
final class DataFolder implements AutoCloseable {
  private final FileChannel channel;
  private final Path postgres;

  private DataFolder(FileChannel channel, Path postgres) {
    this.channel = channel;
    this.postgres = postgres;
  }

  /** Takes the folder, or says who has it. */
  static DataFolder take(Path folder) {
    try {
      OwnerOnly.folder(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new StartFailure(
            "The data folder "
                + folder
                + " is used by another running Parley; stop it or start with -Dparley.data-dir=<another>.");
      }
      DataFolder taken = new DataFolder(channel, folder.resolve("postgres"));
      taken.stopLeftOver();
      return taken;
    } catch (IOException e) {
      throw new StartFailure(
          "The data folder " + folder + " cannot be used: " + e.getMessage() + ".");
    }
  }

  Path postgres() {
    return postgres;
  }

  /** The programs of the database. */
  Path programs() {
    return postgres.resolveSibling("postgres-binaries");
  }

  /** Where the password of one of the database's roles is. */
  static Path passwordOf(String role, Path folder) {
    return folder.resolve(role + "-password");
  }

  Path passwordFile(String role) {
    return passwordOf(role, postgres.getParent());
  }

  /** The password of one of the database's roles, made at its first use. */
  String passwordOf(String role) throws IOException {
    return OwnerOnly.secret(passwordFile(role));
  }

  /** A launcher that was killed leaves its database running: nobody else can, so it is stopped. */
  private void stopLeftOver() throws IOException {
    Path pidFile = postgres.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> left =
        Files.readAllLines(pidFile).stream()
            .findFirst()
            .filter(line -> line.trim().matches("\\d+"))
            .flatMap(line -> ProcessHandle.of(Long.parseLong(line.trim())))
            .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    left.ifPresent(DataFolder::stop);
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(15, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
