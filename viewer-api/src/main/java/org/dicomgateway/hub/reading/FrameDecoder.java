package org.dicomgateway.hub.reading;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.dicomgateway.codec.jpegls.Frame;
import org.dicomgateway.codec.jpegls.FrameShape;
import org.dicomgateway.codec.jpegls.JpegLsDecoder;
import org.dicomgateway.codec.jpegls.JpegLsException;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;

/** Frames as samples, to make pictures of. */
final class FrameDecoder {
  private FrameDecoder() {}

  /**
   * Decodes a frame; samples are unsigned, as they are stored. Colours of JPEG and JPEG 2000 are
   * RGB.
   *
   * @throws UnrenderableException if there is no decoder for its encoding
   */
  static Raster decode(InputStream frame, String transferSyntaxUid, PixelModule pixels)
      throws IOException {
    try {
      return decoded(frame, transferSyntaxUid, pixels);
    } catch (JpegLsException e) {
      throw new UnrenderableException("the frame is damaged: " + e.getMessage());
    }
  }

  private static Raster decoded(InputStream frame, String transferSyntaxUid, PixelModule pixels)
      throws IOException {
    return switch (transferSyntaxUid) {
      case UID.ExplicitVRLittleEndian -> nativePixels(frame.readAllBytes(), pixels);
      case UID.RLELossless -> planes(RunLength.decode(frame.readAllBytes(), pixels), pixels);
      case UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit, UID.JPEGLossless, UID.JPEGLosslessSV1 ->
          image(frame, "jpeg", pixels);
      case UID.JPEGLSLossless, UID.JPEGLSNearLossless ->
          interleaved(JpegLsDecoder.decode(frame.readAllBytes()));
      case UID.JPEG2000Lossless, UID.JPEG2000 -> image(frame, "jpeg 2000", pixels);
      default ->
          throw new UnrenderableException(
              "there is no decoder for " + TransferSyntax.of(transferSyntaxUid).name());
    };
  }

  private static Raster nativePixels(byte[] bytes, PixelModule pixels)
      throws UnrenderableException {
    return pixels.planarConfiguration() == 1 && pixels.samplesPerPixel() > 1
        ? planes(bytes, pixels)
        : raster(bytes, pixels, false);
  }

  private static Raster planes(byte[] bytes, PixelModule pixels) throws UnrenderableException {
    return raster(bytes, pixels, true);
  }

  private static Raster raster(byte[] bytes, PixelModule pixels, boolean inPlanes)
      throws UnrenderableException {
    int samples = pixels.samplesPerPixel();
    int count = Math.toIntExact(pixels.pixels() * samples);
    DataBuffer buffer = buffer(bytes, count, pixels.bitsAllocated());
    int[] offsets = new int[samples];
    for (int i = 0; i < samples; i++) {
      offsets[i] = inPlanes ? i * (count / samples) : i;
    }
    int pixelStride = inPlanes ? 1 : samples;
    return Raster.createWritableRaster(
        new PixelInterleavedSampleModel(
            buffer.getDataType(),
            pixels.columns(),
            pixels.rows(),
            pixelStride,
            pixels.columns() * pixelStride,
            offsets),
        buffer,
        null);
  }

  private static Raster interleaved(Frame frame) {
    FrameShape shape = frame.shape();
    int[] offsets = IntStream.range(0, shape.samplesPerPixel()).toArray();
    return Raster.createWritableRaster(
        new PixelInterleavedSampleModel(
            DataBuffer.TYPE_USHORT,
            shape.columns(),
            shape.rows(),
            offsets.length,
            shape.columns() * offsets.length,
            offsets),
        new DataBufferUShort(frame.samples(), frame.samples().length),
        null);
  }

  private static DataBuffer buffer(byte[] bytes, int count, int bitsAllocated)
      throws UnrenderableException {
    if ((long) count * bitsAllocated > bytes.length * 8L) {
      throw new UnrenderableException("the frame has fewer bytes than its pixels take");
    }
    if (bitsAllocated == 8) {
      return new DataBufferByte(bytes, count);
    }
    if (bitsAllocated != 16) {
      throw new UnrenderableException("pixels of " + bitsAllocated + " bits are not rendered");
    }
    short[] samples = new short[count];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return new DataBufferUShort(samples, count);
  }

  private static Raster image(InputStream codeStream, String format, PixelModule pixels)
      throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      throw new UnrenderableException("there is no decoder for " + format);
    }
    ImageReader reader = readers.next();
    try (ImageInputStream input = ImageIO.createImageInputStream(codeStream)) {
      reader.setInput(input, true, true);
      BufferedImage image = reader.read(0);
      return pixels.samplesPerPixel() == 3 ? colours(image) : image.getRaster();
    } catch (RuntimeException e) {
      throw new UnrenderableException("the frame is damaged: " + e.getMessage());
    } finally {
      reader.dispose();
    }
  }

  private static Raster colours(BufferedImage image) {
    BufferedImage rgb =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    rgb.createGraphics().drawImage(image, 0, 0, null);
    return rgb.getRaster();
  }
}
