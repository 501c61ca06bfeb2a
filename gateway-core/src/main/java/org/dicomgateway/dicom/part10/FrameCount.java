package org.dicomgateway.dicom.part10;

import java.util.OptionalInt;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;

/** How many frames an image says it has: Number of Frames (0028,0008), 1 without. */
final class FrameCount {
  private FrameCount() {}

  /** From 1; empty if what the image says is no number. */
  static OptionalInt claimed(Attributes image) {
    if (image.string(Tag.NumberOfFrames).isEmpty()) {
      return OptionalInt.of(1);
    }
    OptionalInt number = image.integer(Tag.NumberOfFrames);
    return number.isPresent() ? OptionalInt.of(Math.max(1, number.getAsInt())) : number;
  }
}
