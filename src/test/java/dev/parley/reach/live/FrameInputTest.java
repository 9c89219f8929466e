package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client sends comes frame by frame, and not at all while there is a pause. */
class FrameInputTest {
  private final ReadingPause pause = new ReadingPause(null, Runnable::run);
  private final GuardedConnection connection = new GuardedConnection(null, pause);
  private final List<String> frames = new ArrayList<>();
  private int pauseAfter = Integer.MAX_VALUE;

  @Test
  void what_comes_together_is_handed_on_frame_by_frame() throws IOException {
    comes("a", "bc", "", "def").onDataAvailable();
    assertThat(frames).containsExactly("a", "bc", "", "def");
  }

  @Test
  void in_a_pause_nothing_more_is_handed_on_and_afterwards_all_of_it() throws IOException {
    pauseAfter = 2;
    FrameInput input = comes("a", "b", "c", "d");
    input.onDataAvailable();
    assertThat(frames).containsExactly("a", "b");
    input.onDataAvailable();
    assertThat(frames).as("not even when more comes").containsExactly("a", "b");
    pause.end();
    assertThat(frames).containsExactly("a", "b", "c", "d");
  }

  @Test
  void a_pause_is_over_when_every_reason_for_it_is() throws IOException {
    pause.begin();
    pause.begin();
    comes("a").onDataAvailable();
    pause.end();
    assertThat(frames).isEmpty();
    pause.end();
    assertThat(frames).containsExactly("a");
  }

  @Test
  void a_frame_that_fails_does_not_end_the_reading() throws IOException {
    FrameInput input = comes("a", "fails", "b");
    try {
      input.onDataAvailable();
    } catch (IllegalStateException expected) {
      input.onDataAvailable();
    }
    assertThat(frames).containsExactly("a", "b");
  }

  private FrameInput comes(String... payloads) {
    FrameInput input =
        new FrameInput(
            new Sent(payloads), new FrameHeads((first, size) -> true), pause, connection);
    input.setReadListener(new Container(input));
    return input;
  }

  /** Reads as long as there is something, as the WebSocket container does. */
  private final class Container implements ReadListener {
    private final FrameInput input;

    Container(FrameInput input) {
      this.input = input;
    }

    @Override
    public void onDataAvailable() throws IOException {
      do {
        byte[] bytes = new byte[100];
        int count = input.read(bytes);
        String payload = new String(bytes, 2, count - 2, StandardCharsets.US_ASCII);
        if (payload.equals("fails")) {
          throw new IllegalStateException(payload);
        }
        frames.add(payload);
        if (frames.size() == pauseAfter) {
          pause.begin();
        }
      } while (input.isReady());
    }

    @Override
    public void onAllDataRead() {}

    @Override
    public void onError(Throwable thrown) {}
  }

  /** What a client has sent, in frames without a mask. */
  private static final class Sent extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Sent(String... payloads) {
      StringBuilder all = new StringBuilder();
      for (String payload : payloads) {
        all.append((char) 1).append((char) payload.length()).append(payload);
      }
      bytes = new ByteArrayInputStream(all.toString().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return bytes.read(into, offset, length);
    }

    @Override
    public int available() {
      return bytes.available();
    }

    @Override
    public boolean isReady() {
      return bytes.available() > 0;
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      // It is told by the test.
    }
  }
}
