package dev.parley.server.platform;

import dev.parley.identity.token.KeysPublished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The file from which the container reads the public keys of tokens.
 *
 * <p>Reading them from our own address would need a second thread of the server for a call that
 * holds the first: when all threads wait for the keys, none is left to hand them out.
 */
@ApplicationScoped
public class VerificationKeys {
  private static final KeyFile FILE = newFile();

  /** Where the container finds the keys. */
  static String location() {
    return FILE.path().toUri().toString();
  }

  void published(@Observes KeysPublished published) {
    try {
      FILE.write(published.keys());
    } catch (IOException e) {
      throw new UncheckedIOException("The public keys could not be written to " + FILE.path(), e);
    }
  }

  private static KeyFile newFile() {
    try {
      return KeyFile.make(Path.of(System.getProperty("java.io.tmpdir")));
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary folder cannot be written", e);
    }
  }
}
