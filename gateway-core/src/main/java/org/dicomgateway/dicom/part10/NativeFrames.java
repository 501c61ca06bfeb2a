package org.dicomgateway.dicom.part10;

import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;

/** Finds frames of native pixel data, which have one length (PS3.5 §8.1.1). */
final class NativeFrames {
  private NativeFrames() {}

  static FrameTable of(Attributes image, ByteRange pixelData) {
    try {
      return of(image, pixelData, frameBits(image, pixelData));
    } catch (ArithmeticException impossiblyLarge) {
      return FrameTable.NONE;
    }
  }

  private static FrameTable of(Attributes image, ByteRange pixelData, long frameBits) {
    int frames = FrameCount.claimed(image).orElse(Integer.MAX_VALUE);
    if (frameBits <= 0 || frameBits % Byte.SIZE != 0 && frames != 1) {
      return FrameTable.NONE;
    }
    long frameLength = Math.addExact(frameBits, Byte.SIZE - 1) / Byte.SIZE;
    long present = Math.min(frames, pixelData.length() / frameLength);
    return present == 0
        ? FrameTable.NONE
        : new FrameTable.Native(pixelData.offset(), frameLength, Math.toIntExact(present));
  }

  /** Bits of one frame; 0 if the image does not say. */
  private static long frameBits(Attributes image, ByteRange pixelData) {
    long pixels = Math.multiplyExact(number(image, Tag.Rows, 0), number(image, Tag.Columns, 0));
    long samples = number(image, Tag.SamplesPerPixel, 1);
    long bitsAllocated = number(image, Tag.BitsAllocated, 0);
    long full = Math.multiplyExact(pixels, Math.multiplyExact(samples, bitsAllocated));
    long subsampled = full / 3 * 2;
    return isSubsampled(image) && !fits(full, image, pixelData) ? subsampled : full;
  }

  /**
   * Two neighbours of these share their colour (PS3.3 §C.7.6.3.1.2), which is 2 samples a pixel.
   * But some writers say so and have 3.
   */
  private static boolean isSubsampled(Attributes image) {
    Optional<String> interpretation = image.string(Tag.PhotometricInterpretation);
    return number(image, Tag.SamplesPerPixel, 1) == 3
        && interpretation.filter(name -> name.endsWith("_422")).isPresent();
  }

  private static boolean fits(long frameBits, Attributes image, ByteRange pixelData) {
    int frames = FrameCount.claimed(image).orElse(1);
    return Math.multiplyExact(frameBits / Byte.SIZE, (long) frames) <= pixelData.length();
  }

  private static long number(Attributes image, int tag, int otherwise) {
    return Math.max(0, image.integer(tag).orElse(otherwise));
  }
}
