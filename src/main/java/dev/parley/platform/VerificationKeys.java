package dev.parley.platform;

import dev.parley.signin.KeysPublished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file from which the container reads the public keys of tokens.
 *
 * <p>Reading them from our own address would need a second thread of the server for a call that
 * holds the first: when all threads wait for the keys, none is left to hand them out.
 */
@ApplicationScoped
public class VerificationKeys {
  private static final Path FILE = newFile();

  /** Where the container finds the keys. */
  static String location() {
    return FILE.toUri().toString();
  }

  void published(@Observes KeysPublished published) {
    try {
      Path next = Files.createTempFile(FILE.getParent(), "parley-keys-", ".next");
      Files.writeString(next, published.keys());
      Files.move(next, FILE, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The public keys could not be written to " + FILE, e);
    }
  }

  private static Path newFile() {
    try {
      Path file = Files.createTempFile("parley-keys-", ".json");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary folder cannot be written", e);
    }
  }
}
