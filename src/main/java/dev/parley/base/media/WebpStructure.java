package dev.parley.base.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads the chunks of a WebP: counts what its frames and layers cost, and copies it with the
 * picture's own chunks only. How it is to be turned is said anew, alone.
 */
final class WebpStructure {
  private static final int FILE_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int FRAME_HEADER = 16;
  private static final int HAS_PROFILE = 0x20;
  private static final int HAS_EXIF = 0x08;
  private static final int HAS_XMP = 0x04;
  private static final int IS_ANIMATED = 0x02;
  private static final Set<String> KEPT =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

  private final byte[] file;
  private final ByteBuffer in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int orientation = ExifOrientation.UPRIGHT;
  private int flags;
  private boolean hasProfile;

  /** What the decoder makes its picture of: the file's own size, or that of its first frame. */
  private WebpLayers layers;

  private long work;

  WebpStructure(byte[] file) {
    this.file = file;
    this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  PictureFile read() throws IOException {
    out.write(file, 0, FILE_HEADER);
    int end = CHUNK_HEADER + within(CHUNK_HEADER, in.getInt(4), file.length);
    for (int at = FILE_HEADER; at + CHUNK_HEADER <= end; ) {
      int length = within(at + CHUNK_HEADER, in.getInt(at + 4), file.length);
      chunk(name(at), at + CHUNK_HEADER, length);
      at += CHUNK_HEADER + length + length % 2;
    }
    if (layers == null || layers.work() == 0) {
      throw new IOException("A WebP without a picture");
    }
    return new PictureFile(
        PictureFormat.WEBP,
        content(),
        layers.width(),
        layers.height(),
        orientation,
        work + layers.work());
  }

  private void chunk(String name, int from, int length) throws IOException {
    switch (name) {
      case "VP8X" -> extended(from);
      case "EXIF" -> orientation = ExifOrientation.read(file, from, length);
      case "ANMF" -> frame(from, length);
      case "VP8 ", "VP8L", "ALPH" -> still(name, from, length);
      default -> {
        // no pixels
      }
    }
    if (KEPT.contains(name) && !(name.equals("ICCP") && !isProfile(from, length))) {
      hasProfile |= name.equals("ICCP");
      out.write(file, from - CHUNK_HEADER, CHUNK_HEADER + length);
      out.writeBytes(new byte[length % 2]);
    }
  }

  private void extended(int from) {
    flags = file[from];
    if ((flags & IS_ANIMATED) == 0) {
      layers = new WebpLayers(file, three(from + 4) + 1, three(from + 7) + 1);
    }
  }

  private void still(String name, int from, int length) throws IOException {
    if (layers == null) {
      layers = WebpLayers.ofOnly(file, name, from);
    }
    layers.add(name, from, length);
  }

  /** The first frame is decoded; what the others cost is only counted. */
  private void frame(int from, int length) throws IOException {
    int width = three(from + 6) + 1;
    int height = three(from + 9) + 1;
    if (layers != null) {
      work += PictureFile.area(width, height);
      return;
    }
    layers = new WebpLayers(file, width, height);
    for (int at = from + FRAME_HEADER; at + CHUNK_HEADER <= from + length; ) {
      int inner = within(at + CHUNK_HEADER, in.getInt(at + 4), from + length);
      layers.add(name(at), at + CHUNK_HEADER, inner);
      at += CHUNK_HEADER + inner + inner % 2;
    }
  }

  /** A profile says itself how long it is, and a reader makes room for that. */
  private boolean isProfile(int from, int length) {
    return length >= 4 && Integer.reverseBytes(in.getInt(from)) == length;
  }

  private byte[] content() {
    boolean isExtended = name(FILE_HEADER).equals("VP8X");
    if (isExtended && orientation != ExifOrientation.UPRIGHT) {
      byte[] exif = ExifOrientation.written(orientation);
      out.writeBytes("EXIF".getBytes(StandardCharsets.ISO_8859_1));
      out.writeBytes(new byte[] {(byte) exif.length, 0, 0, 0});
      out.writeBytes(exif);
    }
    byte[] content = out.toByteArray();
    ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putInt(4, content.length - 8);
    if (isExtended) {
      int kept = flags & ~(HAS_EXIF | HAS_XMP | HAS_PROFILE);
      kept |= orientation == ExifOrientation.UPRIGHT ? 0 : HAS_EXIF;
      content[FILE_HEADER + CHUNK_HEADER] = (byte) (kept | (hasProfile ? HAS_PROFILE : 0));
    }
    return content;
  }

  private int three(int at) {
    return in.getShort(at) & 0xffff | (file[at + 2] & 0xff) << 16;
  }

  private String name(int at) {
    return new String(file, at, 4, StandardCharsets.ISO_8859_1);
  }

  private static int within(int from, int length, int end) throws IOException {
    if (length < 0 || length > end - from) {
      throw new IOException("A chunk that does not end");
    }
    return length;
  }
}
