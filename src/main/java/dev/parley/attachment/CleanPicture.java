package dev.parley.attachment;

import java.io.IOException;

/**
 * A picture's file without what was written beside the picture: where and with what it was taken,
 * comments, previews, and whatever hides behind its end. The picture itself stays bit by bit.
 */
final class CleanPicture {
  private CleanPicture() {}

  /**
   * The cleaned file.
   *
   * @throws IOException when it is not built as its type says
   */
  static byte[] of(String type, byte[] file) throws IOException {
    try {
      return switch (type) {
        case "image/jpeg" -> new CleanJpeg(file).file();
        case "image/png" -> CleanChunks.png(file);
        case "image/webp" -> CleanChunks.webp(file);
        default -> new CleanGif(file).file();
      };
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("The picture ends too early", e);
    }
  }
}
