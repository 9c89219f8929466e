package dev.parley.base.media;

/**
 * Holds a small picture of our own making, and the size of the large one as it is shown.
 *
 * @param image a PNG when something shines through, else a JPEG
 */
public record Thumbnail(byte[] image, int width, int height) {

  /** What a stored thumbnail is. */
  public static String mediaType(byte[] image) {
    return PictureFormat.of(image).orElseThrow().mediaType();
  }
}
