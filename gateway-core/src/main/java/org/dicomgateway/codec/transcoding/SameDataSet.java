package org.dicomgateway.codec.transcoding;

import java.util.Iterator;
import java.util.List;
import org.dicomgateway.codec.transcoding.NotTranscodedException.Reason;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;

/** Compares what is read of a file before and after; its pixels are compared by digest. */
final class SameDataSet {
  private SameDataSet() {}

  /**
   * @throws NotTranscodedException if anything but Pixel Data and Planar Configuration differs
   */
  static void require(Attributes original, Attributes transcoded) throws NotTranscodedException {
    if (!isSame(comparable(original), comparable(transcoded))) {
      throw new NotTranscodedException(
          Reason.NOT_REVERSIBLE, "transcoded, its data set reads otherwise");
    }
  }

  private static Attributes comparable(Attributes dataSet) {
    byte[] nothing = {};
    return dataSet
        .with(new Element(Tag.PixelData, VR.OB, new Value.Bytes(nothing)))
        .setBytes(Tag.PlanarConfiguration, VR.US, nothing);
  }

  private static boolean isSame(Attributes one, Attributes other) {
    Iterator<Element> others = other.iterator();
    for (Element element : one) {
      if (!others.hasNext() || !isSame(element, others.next())) {
        return false;
      }
    }
    return !others.hasNext();
  }

  private static boolean isSame(Element one, Element other) {
    return one.tag() == other.tag() && one.vr() == other.vr() && isSame(one.value(), other.value());
  }

  private static boolean isSame(Value one, Value other) {
    if (one instanceof Value.BulkData left && other instanceof Value.BulkData right) {
      return left.range().length() == right.range().length();
    }
    if (one instanceof Value.Sequence(List<Attributes> left)
        && other instanceof Value.Sequence(List<Attributes> right)) {
      if (left.size() != right.size()) {
        return false;
      }
      for (int i = 0; i < left.size(); i++) {
        if (!isSame(left.get(i), right.get(i))) {
          return false;
        }
      }
      return true;
    }
    return one.equals(other);
  }
}
