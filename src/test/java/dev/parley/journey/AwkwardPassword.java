package dev.parley.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives the application's database user a password of all that shells and command files read. */
public final class AwkwardPassword {
  private static final String TEXT = "it's \"ours\" a\\b $HOME $1 c=d # e:f %s & g;h";

  private AwkwardPassword() {}

  /** Takes the folder of an embedded database that has not been started yet. */
  public static Path in(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("parley-password"), TEXT + "\n");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
