package dev.parley.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpooledBytesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, SpooledBytes.IN_MEMORY, SpooledBytes.IN_MEMORY + 1, 1_000_000})
  void what_is_written_is_read(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    try (InputStream read = written(bytes).read()) {
      assertThat(read.readAllBytes()).isEqualTo(bytes);
    }
    ByteBuffer mapped = written(bytes).map();
    assertThat(mapped).isEqualTo(ByteBuffer.wrap(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000_000})
  void what_is_cleared_begins_anew(int size) throws IOException {
    SpooledBytes bytes = written(new byte[size]);
    bytes.clear();
    bytes.write('x');
    assertThat(bytes.size()).isOne();
    assertThat(bytes.read().readAllBytes()).containsExactly('x');
  }

  private static SpooledBytes written(byte[] bytes) throws IOException {
    SpooledBytes spooled = new SpooledBytes();
    for (int at = 0; at < bytes.length; at += 1000) {
      spooled.write(bytes, at, Math.min(1000, bytes.length - at));
    }
    return spooled;
  }
}
