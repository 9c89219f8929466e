package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames are known by their heads, in whatever pieces their bytes come. */
class FrameHeadsTest {
  private static final int TEXT = 0x1;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int FINAL = 0x80;

  private final List<Long> sizes = new ArrayList<>();
  private final List<Boolean> firsts = new ArrayList<>();
  private long most = Long.MAX_VALUE;
  private final FrameHeads heads =
      new FrameHeads(
          (first, size) -> {
            firsts.add(first);
            sizes.add(size);
            return size >= 0 && size <= most;
          });

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 300_000})
  void a_message_is_announced_with_its_size(int size) {
    assertThat(follow(frame(FINAL | TEXT, size))).isTrue();
    assertThat(follow(frame(FINAL | TEXT, 7))).isTrue();
    assertThat(sizes).containsExactly((long) size, 7L);
    assertThat(firsts).containsExactly(true, true);
  }

  @Test
  void the_parts_of_a_message_count_together_and_the_next_message_begins_anew() {
    follow(frame(TEXT, 300), frame(0, 200), frame(FINAL, 100), frame(FINAL | TEXT, 5));
    assertThat(sizes).containsExactly(300L, 500L, 600L, 5L);
    assertThat(firsts).containsExactly(true, false, false, true);
  }

  @Test
  void a_ping_between_the_parts_is_no_part() {
    follow(frame(TEXT, 300), frame(FINAL | PING, 9), frame(FINAL, 200));
    assertThat(sizes).containsExactly(300L, 9L, 500L);
    assertThat(firsts).containsExactly(true, false, false);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_pieces_in_which_the_bytes_come_change_nothing(long seed) {
    byte[] all = join(frame(TEXT, 70_000), frame(0, 130), frame(FINAL, 3), frame(FINAL | PING, 0));
    Random random = new Random(seed);
    int at = 0;
    while (at < all.length) {
      int count = Math.min(1 + random.nextInt(seed < 5 ? 3 : 5_000), all.length - at);
      int followed = heads.follow(all, at, count);
      assertThat(followed).isBetween(1, count);
      at += followed;
    }
    assertThat(sizes).containsExactly(70_000L, 70_130L, 70_133L, 0L);
  }

  @Test
  void a_message_too_big_is_refused_when_it_is_announced() {
    most = 1_000;
    byte[] frame = frame(FINAL | TEXT, 1_001);
    assertThat(heads.follow(frame, 0, 7)).as("the head without its last byte").isEqualTo(7);
    assertThat(heads.follow(frame, 7, 1)).isZero();
  }

  @Test
  void the_part_that_makes_a_message_too_big_is_refused() {
    most = 1_000;
    assertThat(follow(frame(TEXT, 600), frame(0, 400))).isTrue();
    assertThat(follow(frame(0, 1))).isFalse();
  }

  @Test
  void a_size_beyond_all_numbers_is_no_small_one() {
    most = 1_000;
    assertThat(follow(head(FINAL | TEXT, Long.MAX_VALUE))).isFalse();
    FrameHeads others = new FrameHeads((first, size) -> size >= 0 && size <= most);
    byte[] negative = head(FINAL | TEXT, -1);
    assertThat(others.follow(negative, 0, negative.length)).isZero();
  }

  @Test
  void one_frame_is_followed_at_a_time() {
    byte[] all = join(frame(FINAL | TEXT, 0), frame(FINAL | TEXT, 3), frame(FINAL | PING, 0));
    assertThat(heads.follow(all, 0, all.length)).isEqualTo(6);
    assertThat(heads.follow(all, 6, all.length - 6)).isEqualTo(9);
    assertThat(heads.follow(all, 15, all.length - 15)).isEqualTo(6);
    assertThat(sizes).containsExactly(0L, 3L, 0L);
  }

  @Test
  void a_close_frame_is_a_goodbye() {
    follow(frame(FINAL | TEXT, 10));
    assertThat(heads.saidGoodbye()).isFalse();
    follow(frame(FINAL | CLOSE, 2));
    assertThat(heads.saidGoodbye()).isTrue();
  }

  private boolean follow(byte[]... frames) {
    byte[] all = join(frames);
    int at = 0;
    while (at < all.length) {
      int followed = heads.follow(all, at, all.length - at);
      if (followed == 0) {
        return false;
      }
      at += followed;
    }
    return true;
  }

  private static byte[] join(byte[]... frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(frames).forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** A frame as clients send it, whose payload looks like heads of others. */
  private static byte[] frame(int first, int size) {
    byte[] payload = new byte[size];
    Arrays.fill(payload, (byte) 0xFF);
    return join(head(first, size), payload);
  }

  private static byte[] head(int first, long size) {
    ByteBuffer head = ByteBuffer.allocate(14).put((byte) first);
    if (size >= 0 && size < 126) {
      head.put((byte) (0x80 | size));
    } else if (size >= 0 && size < 65_536) {
      head.put((byte) (0x80 | 126)).putShort((short) size);
    } else {
      head.put((byte) (0x80 | 127)).putLong(size);
    }
    head.putInt(0x01020304);
    return Arrays.copyOf(head.array(), head.position());
  }
}
