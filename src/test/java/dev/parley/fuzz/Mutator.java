package dev.parley.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes sound inputs a little, here and there, so that they get far into a parser. */
final class Mutator {
  private static final int MOST_CHANGES = 6;
  private static final int LONGEST = 200_000;
  private static final int[] NUMBERS = {
    0, 1, 2, 7, 8, 0x20, 0x3f, 0x40, 0x7f, 0x80, 0xd8, 0xd9, 0xda, 0xfe, 0xff
  };
  private static final List<String> WORDS =
      List.of(
          "\0",
          "\n",
          "\r\n",
          "\t",
          "\"",
          "'",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          ";",
          "@",
          "@@",
          "`",
          "```",
          "**",
          "_",
          "~~",
          "<",
          ">",
          "../",
          "%00",
          "null",
          "-0",
          "1e999999999",
          "9223372036854775808",
          "-1",
          "NaN",
          "\\u0000",
          "\\ud800",
          "\ud83d\ude00",
          "\u200b",
          "\u202e",
          "\u0301",
          "\ufeff",
          "\u3164",
          "\u2028",
          "\u00a0",
          "e\u0301",
          "2026-02-30",
          "+1000000000-01-01T00:00:00Z",
          "bytes=0-",
          "--",
          "=");

  private final Random random;
  private final List<byte[]> samples;

  Mutator(Random random, List<byte[]> samples) {
    this.random = random;
    this.samples = samples;
  }

  byte[] next() {
    byte[] input = any();
    for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
      input = changed(input);
    }
    return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
  }

  private byte[] any() {
    return samples.get(random.nextInt(samples.size())).clone();
  }

  private byte[] changed(byte[] input) {
    int at = random.nextInt(input.length + 1);
    int length = Math.min(1 + random.nextInt(16), input.length - at);
    return switch (random.nextInt(9)) {
      case 0 -> set(input, at, input.length > at ? input[at] ^ 1 << random.nextInt(8) : 0);
      case 1 -> set(input, at, NUMBERS[random.nextInt(NUMBERS.length)]);
      case 2 -> set(set(input, at, number()), at + 1, number());
      case 3 -> replaced(input, at, length, new byte[0]);
      case 4 -> replaced(input, at, 0, word());
      case 5 -> replaced(input, at, length, word());
      case 6 -> repeated(input, at, length);
      case 7 -> replaced(input, at, length, piece());
      default -> Arrays.copyOf(input, at);
    };
  }

  private int number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] piece() {
    byte[] other = any();
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from + 1));
  }

  private byte[] repeated(byte[] input, int at, int length) {
    byte[] piece = Arrays.copyOfRange(input, at, at + length);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int left = 1 << random.nextInt(12); left > 0; left--) {
      many.writeBytes(piece);
    }
    return replaced(input, at, 0, many.toByteArray());
  }

  private static byte[] set(byte[] input, int at, int value) {
    if (at < input.length) {
      input[at] = (byte) value;
    }
    return input;
  }

  private static byte[] replaced(byte[] input, int at, int length, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(input, 0, at);
    out.writeBytes(by);
    out.write(input, at + length, input.length - at - length);
    return out.toByteArray();
  }
}
