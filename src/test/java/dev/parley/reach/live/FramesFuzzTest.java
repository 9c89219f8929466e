package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a live session sends is taken or refused. */
@Tag("fuzz")
class FramesFuzzTest {

  @Test
  void frames() {
    Fuzz.like(
            "frame",
            "{\"action\":\"hello\",\"id\":\"1\",\"since\":42,\"epoch\":\"a\"}",
            "{\"action\":\"send_message\",\"id\":\"2\",\"client_id\":\"c1\",\"body\":\"hi\","
                + "\"attachments\":[\"x\",\"y\"]}",
            "{\"action\":\"sync\",\"since\":9223372036854775807}")
        .within(Duration.ofSeconds(2), 256)
        .feeds(
            input -> {
              Frame frame = Frame.read(new String(input, StandardCharsets.UTF_8));
              frame.id();
              frame.action();
              frame.number("since");
              frame.textOr("body", "");
              frame.texts("attachments");
            });
  }

  @Test
  void heads_are_followed_alike_in_whatever_pieces_they_come() {
    byte[] text = {(byte) 0x81, (byte) 0x85, 1, 2, 3, 4, 'h', 'e', 'l', 'l', 'o'};
    byte[] two = {1, (byte) 0x81, 1, 2, 3, 4, 'h', (byte) 0x80, (byte) 0x81, 1, 2, 3, 4, 'i'};
    byte[] large = {(byte) 0x82, (byte) 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4, 'x'};
    byte[] middle = {(byte) 0x81, (byte) 0xfe, 0, (byte) 200, 1, 2, 3, 4};
    byte[] close = {(byte) 0x88, (byte) 0x80, 1, 2, 3, 4};
    Fuzz.like("heads", text, two, large, middle, close)
        .feeds(input -> assertThat(followed(input, 1)).isEqualTo(followed(input, input.length)));
  }

  private static String followed(byte[] input, int step) {
    StringBuilder seen = new StringBuilder();
    FrameHeads heads =
        new FrameHeads(
            (first, size) -> {
              seen.append(first).append(size).append(' ');
              return size >= 0 && size < 100_000;
            });
    boolean admitted = true;
    for (int at = 0; admitted && at < input.length; ) {
      int followed = heads.follow(input, at, Math.min(step, input.length - at));
      admitted = followed > 0;
      at += followed;
    }
    return seen.append(admitted).append(heads.saidGoodbye()).toString();
  }
}
