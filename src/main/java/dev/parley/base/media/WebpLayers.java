package dev.parley.base.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Counts what the layers of one WebP frame cost: its colours, and what shines through them. */
final class WebpLayers {
  private static final int SIDE_BITS = 14;
  private static final int SIDE = (1 << SIDE_BITS) - 1;
  private static final int LOSSY_SIZE = 6;
  private static final int LOSSLESS_SIZE = 1;
  private static final int LOSSLESS_HEADER = 5;
  private static final int COMPRESSED = 1;

  private final byte[] file;
  private final int width;
  private final int height;
  private long work;

  WebpLayers(byte[] file, int width, int height) {
    this.file = file;
    this.width = width;
    this.height = height;
  }

  /** A picture that is its only layer, and as large. */
  static WebpLayers ofOnly(byte[] file, String name, int from) throws IOException {
    return switch (name) {
      case "VP8 " -> new WebpLayers(file, lossy(file, from, 0), lossy(file, from, 2));
      case "VP8L" -> {
        int sides = lossless(file, from);
        yield new WebpLayers(file, (sides & SIDE) + 1, (sides >>> SIDE_BITS & SIDE) + 1);
      }
      default -> throw new IOException("A layer of no picture");
    };
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  long work() {
    return work;
  }

  /** Adds a layer whose content begins here. */
  void add(String name, int from, int length) throws IOException {
    switch (name) {
      case "VP8 " -> {
        require(lossy(file, from, 0) == width && lossy(file, from, 2) == height);
        work += area();
      }
      case "VP8L" -> {
        int sides = lossless(file, from);
        require((sides & SIDE) + 1 == width && (sides >>> SIDE_BITS & SIDE) + 1 == height);
        addLossless(from + LOSSLESS_HEADER, length - LOSSLESS_HEADER);
      }
      case "ALPH" -> {
        if ((file[from] & 3) == COMPRESSED) {
          addLossless(from + 1, length - 1);
        }
      }
      default -> {
        // no pixels
      }
    }
  }

  private void addLossless(int from, int length) throws IOException {
    if (area() <= DecodingBudget.MOST_PIXELS) {
      work += area() * new LosslessStream(file, from, length).passes(width, height);
    } else {
      work += area();
    }
  }

  private long area() {
    return PictureFile.area(width, height);
  }

  private static int lossy(byte[] file, int from, int side) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getShort(from + LOSSY_SIZE + side)
        & SIDE;
  }

  private static int lossless(byte[] file, int from) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(from + LOSSLESS_SIZE);
  }

  private static void require(boolean fits) throws IOException {
    if (!fits) {
      throw new IOException("A layer that is not as large as its picture");
    }
  }
}
