package dev.parley.base.media;

import java.io.IOException;

/**
 * Holds a picture's file with what its structure says; no pixel has been decoded.
 *
 * @param content the file without what was written beside the picture; the picture itself and its
 *     colours stay bit by bit
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param orientation how it is to be turned, by EXIF's numbers 1 to 8
 * @param work pixels that a decoder visits, each scan, frame and layer counted
 */
public record PictureFile(
    PictureFormat format, byte[] content, int width, int height, int orientation, long work) {

  /**
   * Reads a file's structure.
   *
   * @throws IOException when it is no picture, or not built as its format says
   */
  public static PictureFile read(byte[] file) throws IOException {
    PictureFormat format =
        PictureFormat.of(file).orElseThrow(() -> new IOException("No format that is known"));
    try {
      return switch (format) {
        case JPEG -> new JpegStructure(file).read();
        case PNG -> new PngStructure(file).read();
        case GIF -> new GifStructure(file).read();
        case WEBP -> new WebpStructure(file).read();
      };
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("The picture ends too early", e);
    }
  }

  long pixels() {
    return area(width, height);
  }

  /** How many pixels a part has; so many that sums of it stay numbers, whatever a file says. */
  static long area(long width, long height) {
    return width < 1 || height < 1 ? 0 : Math.min(width * height, 1L << 40);
  }

  /** The width as it is shown. */
  public int shownWidth() {
    return ExifOrientation.swapsSides(orientation) ? height : width;
  }

  /** The height as it is shown. */
  public int shownHeight() {
    return ExifOrientation.swapsSides(orientation) ? width : height;
  }
}
