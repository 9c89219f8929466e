package dev.parley.base.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of 64 × 48 pixels, white on the left and black on the right, in every layout. */
final class PictureLayouts {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  private PictureLayouts() {}

  private static <T extends BufferedImage> T painted(T image) {
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.BLACK);
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, WIDTH / 2, HEIGHT);
    canvas.dispose();
    return image;
  }

  static byte[] png(int type) {
    return PictureSamples.written("png", painted(new BufferedImage(WIDTH, HEIGHT, type)));
  }

  /** Of four channels with 16 bits each. */
  static byte[] png16() {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false, 3, DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);
    return PictureSamples.written("png", painted(new BufferedImage(model, raster, false, null)));
  }

  static byte[] interlacedPng() {
    return encoded("png", painted(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB)));
  }

  static byte[] grayJpeg() {
    return encoded("jpeg", painted(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY)));
  }

  private static byte[] encoded(String format, RenderedImage image) {
    return encoded(format, new IIOImage(image, null, null));
  }

  private static byte[] encoded(String format, IIOImage image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  /**
   * A JPEG in the four inks of printers, as Adobe's programs write it: turned to its negative, red
   * on the left and blue on the right.
   *
   * @param transform 0 for the inks themselves, 2 for inks in brightness and colour
   */
  static byte[] printedJpeg(int transform) {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
    for (int x = 0; x < WIDTH; x++) {
      int[] light = x < WIDTH / 2 ? new int[] {255, 0, 0} : new int[] {0, 0, 255};
      int[] inks = transform == 0 ? light : brightnessAndColour(light);
      for (int y = 0; y < HEIGHT; y++) {
        raster.setPixel(x, y, new int[] {inks[0], inks[1], inks[2], 255});
      }
    }
    byte[] plain = encoded("jpeg", new IIOImage(raster, null, null));
    byte[] adobe =
        "\u00ff\u00ee\0\u000eAdobe\0\u0064\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(plain, 0, 2);
    file.writeBytes(adobe);
    file.write(transform);
    file.write(plain, 2, plain.length - 2);
    return file.toByteArray();
  }

  private static int[] brightnessAndColour(int[] rgb) {
    double y = 255 - (0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]);
    return new int[] {
      (int) y,
      (int) Math.min(255, 128 + 0.564 * (255 - rgb[2] - y)),
      (int) Math.min(255, 128 + 0.713 * (255 - rgb[0] - y))
    };
  }

  /** What a browser writes of a picture that shines through, with loss. */
  static byte[] clearWebp() {
    return Base64.getDecoder()
        .decode(
            "UklGRsIAAABXRUJQVlA4WAoAAAAQAAAAFwAADwAAQUxQSBwAAAAFFyAkSCFWIyIcFLKNANneY3QZ8wFE"
                + "9D9WRJ8BVlA4IIAAAACwBQCdASoYABAAPm0skkWkIqGYBABABsS2AE6ZQjgb0D8VaUBs/+czf1XKAP0A"
                + "Ag+/05aheeAA/q+PkPJHiS70fO2/4pXbBa3PxEyuXsJukhga//tfwUmPy4+goP827dMvDLZTsBuHBEJ1"
                + "Eh0d/peI59X/j42tg/82P0+N/6soAA==");
  }

  /** The same of one that does not. */
  static byte[] lossyWebp() {
    return Base64.getDecoder()
        .decode(
            "UklGRpwAAABXRUJQVlA4WAoAAAAAAAAAFwAADwAAVlA4IH4AAADwBQCdASoYABAAPm0sk0WkIqGYBABA"
                + "BsS2AE6ZQjgb0D8VaUB+ANz/zmb+q5QB+qoEI3H3f8hOAAD+jSQ9xl0DQMkb/3d3Yfuzb8f1lWSPdUHO"
                + "//Z/G/Ih0E/2nZnqB9oTF2icJZ3Y09eEP3xDvV/4+Nq7b+9n8fG/9aAAAAA=");
  }
}
