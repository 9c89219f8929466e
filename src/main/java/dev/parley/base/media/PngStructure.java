package dev.parley.base.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Reads the chunks of a PNG: counts what its frames cost, and copies it with the picture's own
 * chunks only. How it is to be turned is said anew, alone.
 */
final class PngStructure {
  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT",
          "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

  private final byte[] file;
  private final ByteBuffer in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int orientation = ExifOrientation.UPRIGHT;
  private long work;

  PngStructure(byte[] file) {
    this.file = file;
    this.in = ByteBuffer.wrap(file);
  }

  PictureFile read() throws IOException {
    if (!name(SIGNATURE).equals("IHDR") || in.getInt(SIGNATURE) != 13) {
      throw new IOException("A PNG without a header");
    }
    int width = in.getInt(SIGNATURE + 8);
    int height = in.getInt(SIGNATURE + 12);
    work = PictureFile.area(width, height);
    int at = SIGNATURE;
    String name = "";
    for (; !name.equals("IEND") && at < file.length; at += AROUND + in.getInt(at)) {
      name = name(at);
      chunk(name, at);
    }
    if (!name.equals("IEND")) {
      throw new IOException("A PNG without an end");
    }
    return new PictureFile(PictureFormat.PNG, content(), width, height, orientation, work);
  }

  private void chunk(String name, int at) throws IOException {
    int length = in.getInt(at);
    if (length < 0 || length > file.length - at - AROUND) {
      throw new IOException("A chunk that does not end");
    }
    if (name.equals("eXIf")) {
      orientation = ExifOrientation.read(file, at + 8, length);
    } else if (name.equals("fcTL")) {
      work += PictureFile.area(in.getInt(at + 12), in.getInt(at + 16));
    }
    boolean empty = length == 0 && name.equals("IDAT");
    if (KEPT.contains(name) && !empty) {
      out.write(file, at, AROUND + length);
    }
  }

  /** The signature, the header, how to turn it, and the rest. */
  private byte[] content() {
    byte[] chunks = out.toByteArray();
    int header = AROUND + 13;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(file, 0, SIGNATURE);
    all.write(chunks, 0, header);
    if (orientation != ExifOrientation.UPRIGHT) {
      all.writeBytes(exif());
    }
    all.write(chunks, header, chunks.length - header);
    return all.toByteArray();
  }

  private byte[] exif() {
    byte[] tiff = ExifOrientation.written(orientation);
    byte[] name = "eXIf".getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(tiff);
    ByteBuffer chunk = ByteBuffer.allocate(AROUND + tiff.length).putInt(tiff.length);
    return chunk.put(name).put(tiff).putInt((int) sum.getValue()).array();
  }

  private String name(int at) {
    return new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
  }
}
