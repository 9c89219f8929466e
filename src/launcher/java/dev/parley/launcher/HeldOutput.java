package dev.parley.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps back what the server says while it starts: a newcomer reads one sentence or one address,
 * not the server's own words; what matters of them is passed on afterwards.
 */
final class HeldOutput extends OutputStream {
  private static final String CHATTER = "\\S+ INFO (?!dev\\.parley).*";

  private final PrintStream terminal;
  private ByteArrayOutputStream held = new ByteArrayOutputStream();

  private HeldOutput(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** Takes over both output streams of this process. */
  static HeldOutput take() {
    HeldOutput output = new HeldOutput(System.err);
    System.setErr(new PrintStream(output, true, StandardCharsets.UTF_8));
    System.setOut(new PrintStream(output.chatter(), true, StandardCharsets.UTF_8));
    return output;
  }

  /** The server logs to the error stream; what it prints beside that is of use to nobody. */
  private OutputStream chatter() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        hold(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        hold(bytes, offset, length);
      }
    };
  }

  private synchronized void hold(byte[] bytes, int offset, int length) {
    if (held != null) {
      held.write(bytes, offset, length);
    }
  }

  /** Passes on warnings and the application's own lines, and from now on everything. */
  synchronized void passOn() {
    text().lines().filter(line -> !line.matches(CHATTER)).forEach(terminal::println);
    held = null;
  }

  /** Writes what was kept back to a file, for whoever wants to know more than a sentence. */
  synchronized void keepIn(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text());
  }

  private String text() {
    return held == null ? "" : held.toString(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) {
    if (held == null) {
      terminal.write(b);
    } else {
      held.write(b);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    if (held == null) {
      terminal.write(bytes, offset, length);
    } else {
      held.write(bytes, offset, length);
    }
  }

  @Override
  public synchronized void flush() {
    terminal.flush();
  }
}
