package org.dicomgateway.codec.transcoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dicomgateway.codec.jpegls.Frame;
import org.dicomgateway.codec.jpegls.FrameShape;
import org.dicomgateway.codec.jpegls.JpegLsDecoder;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;

/**
 * How samples of a native frame lie in its bytes, little endian (PS3.5 §8.1.1), and how they become
 * those of a coded one and back.
 *
 * @param bitsAllocated 8 or 16
 * @param bitsStored the low ones
 * @param signed two's complement
 * @param planar colour-by-plane, each frame by itself
 */
public record PixelFormat(
    int columns,
    int rows,
    int samplesPerPixel,
    int bitsAllocated,
    int bitsStored,
    boolean signed,
    boolean planar) {

  /** Where the precision stands in what our encoder writes: behind SOI, SOF55 and its length. */
  private static final int PRECISION_AT = 6;

  private static final int SOF_55 = 0xF7;

  /** Of a data set that says it all, as {@link NativeImage} made sure. */
  static PixelFormat of(Attributes image, boolean planar) {
    return new PixelFormat(
        number(image, Tag.Columns),
        number(image, Tag.Rows),
        number(image, Tag.SamplesPerPixel),
        number(image, Tag.BitsAllocated),
        number(image, Tag.BitsStored),
        number(image, Tag.PixelRepresentation) == 1,
        planar);
  }

  private static int number(Attributes image, int tag) {
    return image.integer(tag).orElse(0);
  }

  FrameShape shape(int precision) {
    return new FrameShape(columns, rows, samplesPerPixel, precision);
  }

  /** Bytes of a native frame. */
  long frameLength() {
    return (long) columns * rows * samplesPerPixel * (bitsAllocated / Byte.SIZE);
  }

  /** Samples as they are allocated, interleaved by pixel. */
  short[] allocated(byte[] frame) {
    short[] samples = new short[Math.toIntExact(frameLength() / (bitsAllocated / Byte.SIZE))];
    if (bitsAllocated == Byte.SIZE) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) (frame[i] & 0xFF);
      }
    } else {
      ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    }
    return planar ? interleaved(samples) : samples;
  }

  /**
   * Takes the unused high bits away.
   *
   * @return whether these were as the sign, or its absence, makes them, so that they come back; if
   *     not, they hold something of their own, such as an overlay (PS3.5 §8.1.2)
   */
  boolean reduce(short[] samples, int precision) {
    int mask = (1 << precision) - 1;
    int differing = 0;
    for (int i = 0; i < samples.length; i++) {
      int reduced = samples[i] & mask;
      differing |= (extended(reduced, precision) ^ samples[i]) & (1 << bitsAllocated) - 1;
      samples[i] = (short) reduced;
    }
    return differing == 0;
  }

  private int extended(int sample, int precision) {
    int unused = Integer.SIZE - precision;
    return signed ? sample << unused >> unused : sample;
  }

  /**
   * The native frame that {@link Transcoder} coded.
   *
   * @throws IOException if it is damaged or of another shape
   */
  public byte[] decode(byte[] codestream) throws IOException {
    if (codestream.length <= PRECISION_AT || (codestream[3] & 0xFF) != SOF_55) {
      throw new IOException("a frame does not begin as those that we code do");
    }
    try {
      return bytes(JpegLsDecoder.decode(codestream, shape(codestream[PRECISION_AT])));
    } catch (IllegalArgumentException e) {
      throw new IOException("a frame of an impossible shape: " + e.getMessage(), e);
    }
  }

  /** The native frame that a coded one of this shape stands for. */
  byte[] bytes(Frame frame) {
    int precision = frame.shape().precision();
    short[] samples = planar ? byPlane(frame.samples()) : frame.samples();
    byte[] bytes = new byte[Math.toIntExact(frameLength())];
    for (int i = 0; i < samples.length; i++) {
      int sample = extended(samples[i] & 0xFFFF, precision);
      if (bitsAllocated == Byte.SIZE) {
        bytes[i] = (byte) sample;
      } else {
        bytes[2 * i] = (byte) sample;
        bytes[2 * i + 1] = (byte) (sample >> Byte.SIZE);
      }
    }
    return bytes;
  }

  private short[] interleaved(short[] planes) {
    short[] pixels = new short[planes.length];
    int plane = planes.length / samplesPerPixel;
    for (int i = 0; i < planes.length; i++) {
      pixels[i % plane * samplesPerPixel + i / plane] = planes[i];
    }
    return pixels;
  }

  private short[] byPlane(short[] pixels) {
    short[] planes = new short[pixels.length];
    int plane = pixels.length / samplesPerPixel;
    for (int i = 0; i < planes.length; i++) {
      planes[i] = pixels[i % plane * samplesPerPixel + i / plane];
    }
    return planes;
  }
}
