package org.dicomgateway.dicom.dictionary;

import java.util.List;
import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;

/** Which of several value representations an element has in Implicit VR (PS3.5 §A.1). */
final class AmbiguousVr {
  private AmbiguousVr() {}

  static VR resolve(List<VR> candidates, Attributes context) {
    if (!candidates.contains(VR.OW)) {
      return hasSignedPixels(context) ? VR.SS : VR.US;
    }
    if (candidates.contains(VR.OB)) {
      return VR.OW;
    }
    return hasSingleLutEntry(context) ? VR.US : VR.OW;
  }

  /** The image that an item belongs to may stand around it. */
  private static boolean hasSignedPixels(Attributes context) {
    Optional<Attributes> level = Optional.of(context);
    while (level.isPresent()) {
      if (level.get().contains(Tag.PixelRepresentation)) {
        return level.get().integer(Tag.PixelRepresentation).orElse(0) == 1;
      }
      level = level.get().parent();
    }
    return false;
  }

  /** A table of one entry is no table of words (PS3.3 §C.11.1.1.1). */
  private static boolean hasSingleLutEntry(Attributes context) {
    return context.integer(Tag.LUTDescriptor).orElse(0) == 1;
  }
}
