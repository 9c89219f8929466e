package dev.parley.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies pictures that are made of chunks, PNG and WebP, with the picture's own chunks only. */
final class CleanChunks {
  private static final int PNG_SIGNATURE = 8;
  private static final int RIFF_HEADER = 12;
  private static final int ABOUT_EXIF_AND_XMP = 0x0c;
  private static final Set<String> OF_PNG =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT",
          "bKGD", "pHYs", "acTL", "fcTL", "fdAT");
  private static final Set<String> OF_WEBP =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

  private CleanChunks() {}

  static byte[] png(byte[] file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, PNG_SIGNATURE);
    String kind = "";
    for (int at = PNG_SIGNATURE; !kind.equals("IEND") && at < file.length; ) {
      int length = within(file, at + 8, ByteBuffer.wrap(file).getInt(at)) + 12;
      kind = name(file, at + 4);
      if (OF_PNG.contains(kind)) {
        out.write(file, at, length);
      }
      at += length;
    }
    if (!kind.equals("IEND")) {
      throw new IOException("A PNG without an end");
    }
    return out.toByteArray();
  }

  static byte[] webp(byte[] file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int end = RIFF_HEADER - 4 + within(file, 8, in.getInt(4));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, RIFF_HEADER);
    for (int at = RIFF_HEADER; at + 8 <= end; ) {
      int length = within(file, at + 8, in.getInt(at + 4));
      if (OF_WEBP.contains(name(file, at))) {
        out.write(file, at, 8 + length);
        out.writeBytes(new byte[length % 2]);
      }
      at += 8 + length + length % 2;
    }
    byte[] clean = out.toByteArray();
    if (clean.length == RIFF_HEADER) {
      throw new IOException("A WebP without a picture");
    }
    ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN).putInt(4, clean.length - 8);
    if (name(clean, RIFF_HEADER).equals("VP8X")) {
      clean[RIFF_HEADER + 8] &= (byte) ~ABOUT_EXIF_AND_XMP;
    }
    return clean;
  }

  private static int within(byte[] file, int from, int length) throws IOException {
    if (length < 0 || length > file.length - from) {
      throw new IOException("A chunk that does not end");
    }
    return length;
  }

  private static String name(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.ISO_8859_1);
  }
}
