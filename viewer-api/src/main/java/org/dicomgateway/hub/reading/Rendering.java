package org.dicomgateway.hub.reading;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;

/** Pictures of frames for what is no DICOM viewer (PS3.18 §10.4.1.1.3). */
public final class Rendering {
  private Rendering() {}

  /**
   * Draws a frame.
   *
   * @param frame from 1 to the instance's number of frames
   * @param window values to show; empty for the instance's own
   * @throws UnrenderableException if its encoding or photometric interpretation cannot be drawn
   */
  public static BufferedImage render(ServedInstance instance, int frame, Optional<Window> window)
      throws IOException {
    InstanceMetadata metadata = instance.servedMetadata();
    PixelModule pixels = PixelModule.of(metadata);
    Raster samples;
    try (InputStream bytes = instance.frame(frame)) {
      samples = FrameDecoder.decode(bytes, instance.frameTransferSyntaxUid(), pixels);
    }
    return switch (pixels.photometricInterpretation()) {
      case "MONOCHROME1", "MONOCHROME2" -> gray(samples, pixels, metadata, window);
      case "PALETTE COLOR" -> instance.palette().draw(samples, pixels);
      case "YBR_FULL" -> colour(samples, isTurnedToRgb(instance.frameTransferSyntaxUid()));
      default -> colour(samples, true);
    };
  }

  /** Decoders of JPEG and JPEG 2000 know of colours; that of JPEG-LS gives samples as they are. */
  private static boolean isTurnedToRgb(String transferSyntaxUid) {
    return transferSyntaxUid.startsWith("1.2.840.10008.1.2.4")
        && !transferSyntaxUid.equals(UID.JPEGLSLossless)
        && !transferSyntaxUid.equals(UID.JPEGLSNearLossless);
  }

  /** Makes a picture fit into a viewport; one that does already stays as it is. */
  public static BufferedImage fit(BufferedImage image, int width, int height) {
    double scale = Math.min((double) width / image.getWidth(), (double) height / image.getHeight());
    if (scale >= 1) {
      return image;
    }
    int fittedWidth = (int) Math.max(1, Math.round(image.getWidth() * scale));
    int fittedHeight = (int) Math.max(1, Math.round(image.getHeight() * scale));
    BufferedImage fitted = new BufferedImage(fittedWidth, fittedHeight, image.getType());
    var graphics = fitted.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, fittedWidth, fittedHeight, null);
    graphics.dispose();
    return fitted;
  }

  private static BufferedImage gray(
      Raster samples, PixelModule pixels, InstanceMetadata metadata, Optional<Window> window) {
    double slope = metadata.decimal(Tag.RescaleSlope).orElse(1.0);
    double intercept = metadata.decimal(Tag.RescaleIntercept).orElse(0.0);
    int[] stored =
        samples.getSamples(0, 0, samples.getWidth(), samples.getHeight(), 0, (int[]) null);
    double[] values = new double[stored.length];
    for (int i = 0; i < stored.length; i++) {
      values[i] = pixels.value(stored[i]) * slope + intercept;
    }
    Window shown = window.orElseGet(() -> Window.of(metadata, values));
    boolean inverse = pixels.photometricInterpretation().equals("MONOCHROME1");
    byte[] brightness = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      int value = shown.brightness(values[i]);
      brightness[i] = (byte) (inverse ? 255 - value : value);
    }
    BufferedImage image =
        new BufferedImage(samples.getWidth(), samples.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, samples.getWidth(), samples.getHeight(), brightness);
    return image;
  }

  private static BufferedImage colour(Raster samples, boolean isRgb) {
    BufferedImage image =
        new BufferedImage(samples.getWidth(), samples.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] pixel = new int[samples.getNumBands()];
    for (int y = 0; y < samples.getHeight(); y++) {
      for (int x = 0; x < samples.getWidth(); x++) {
        samples.getPixel(x, y, pixel);
        int rgb =
            isRgb
                ? pixel[0] << 16 | pixel[1] << 8 | pixel[2]
                : RgbStream.rgb(pixel[0], pixel[1], pixel[2]);
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }
}
