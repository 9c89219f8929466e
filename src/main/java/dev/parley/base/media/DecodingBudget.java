package dev.parley.base.media;

import java.io.IOException;

/**
 * Says what the decoding of a picture may cost: its pixels are what memory is for, its work is what
 * the processor is for.
 */
final class DecodingBudget {
  static final long MOST_PIXELS = 25_000_000;

  /** Decoders hold whole lines. */
  private static final int LONGEST_SIDE = 65_535;

  /** A progressive photograph of that many pixels takes 350 million at the most, in ten scans. */
  private static final long MOST_WORK = 400_000_000;

  private DecodingBudget() {}

  /**
   * Refuses a picture before it is decoded.
   *
   * @throws IOException when it would cost too much
   */
  static void check(PictureFile picture) throws IOException {
    if (picture.width() < 1 || picture.height() < 1) {
      throw new IOException("A picture without a pixel");
    }
    boolean isLarge =
        picture.pixels() > MOST_PIXELS
            || Math.max(picture.width(), picture.height()) > LONGEST_SIDE;
    if (isLarge || picture.work() > MOST_WORK) {
      throw new IOException("A picture that costs too much to decode");
    }
  }
}
