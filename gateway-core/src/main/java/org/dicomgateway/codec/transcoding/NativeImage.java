package org.dicomgateway.codec.transcoding;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.dicomgateway.codec.transcoding.NotTranscodedException.Reason;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;

/**
 * A file whose pixels can be coded (PS3.5 §8.2.3).
 *
 * @param pixelData range of Pixel Data's value
 * @param pixelDataVr OB or OW
 */
record NativeImage(
    Part10 file,
    PixelFormat format,
    FrameTable.Native frames,
    ByteRange pixelData,
    VR pixelDataVr) {
  private static final Set<String> SYNTAXES =
      Set.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian);
  private static final Set<String> GRAY = Set.of("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR");
  private static final Set<String> COLOUR = Set.of("RGB", "YBR_FULL");

  /** They say where encapsulated frames begin; in native data they would be lies. */
  private static final List<Integer> OFFSET_TABLES =
      List.of(Tag.ExtendedOffsetTable, Tag.ExtendedOffsetTableLengths);

  /** A frame is in memory several times while it is coded. */
  private static final long LARGEST_FRAME = 48L << 20;

  static NativeImage of(Part10 file) throws IOException {
    Attributes image = file.dataSet();
    if (!SYNTAXES.contains(file.transferSyntax().uid())
        || image.contains(Tag.FloatPixelData)
        || image.contains(Tag.DoubleFloatPixelData)
        || !(image.element(Tag.PixelData).orElse(null)
            instanceof Element(int _, VR vr, Value.BulkData(ByteRange value, boolean bigEndian)))
        || bigEndian) {
      throw new NotTranscodedException(Reason.NOT_NATIVE, "no native pixel data, little endian");
    }
    require(OFFSET_TABLES.stream().noneMatch(image::contains), "native frames with offset tables");
    require(vr == VR.OB || vr == VR.OW, "Pixel Data is " + vr);
    PixelFormat format = format(image);
    if (format.frameLength() > LARGEST_FRAME) {
      throw new NotTranscodedException(
          Reason.TOO_LARGE, "a frame takes %d MiB".formatted(format.frameLength() >> 20));
    }
    FrameTable table = FrameTable.of(file, BulkDataSource.none());
    if (!(table instanceof FrameTable.Native frames)) {
      throw new AssertionError("native pixel data has native frames");
    }
    require(
        frames.frameLength() == format.frameLength()
            && frames.frameLength() * frames.frameCount() + 1 >= value.length()
            && image.integer(Tag.NumberOfFrames).orElse(1) == frames.frameCount(),
        "Pixel Data is not as long as its frames");
    return new NativeImage(file, format, frames, value, vr);
  }

  private static PixelFormat format(Attributes image) throws NotTranscodedException {
    PixelFormat format =
        PixelFormat.of(image, image.integer(Tag.PlanarConfiguration).orElse(0) == 1);
    boolean gray = format.samplesPerPixel() == 1;
    require(gray || format.samplesPerPixel() == 3, format.samplesPerPixel() + " samples a pixel");
    String meaning = image.string(Tag.PhotometricInterpretation).orElse("");
    require((gray ? GRAY : COLOUR).contains(meaning), "pixels are " + meaning);
    int allocated = format.bitsAllocated();
    require(allocated == 8 || allocated == 16 && gray, allocated + " bits allocated");
    require(
        format.bitsStored() >= 1
            && format.bitsStored() <= allocated
            && image.integer(Tag.HighBit).orElse(0) == format.bitsStored() - 1,
        "stored bits are not the low ones");
    require(isSide(format.rows()) && isSide(format.columns()), "no rows or columns");
    require(gray || image.contains(Tag.PlanarConfiguration), "no Planar Configuration");
    return gray ? notPlanar(format) : format;
  }

  /** One sample has no planes, whatever the image says. */
  private static PixelFormat notPlanar(PixelFormat format) {
    return new PixelFormat(
        format.columns(),
        format.rows(),
        1,
        format.bitsAllocated(),
        format.bitsStored(),
        format.signed(),
        false);
  }

  private static boolean isSide(int length) {
    return length >= 1 && length <= 0xFFFF;
  }

  private static void require(boolean condition, String otherwise) throws NotTranscodedException {
    if (!condition) {
      throw new NotTranscodedException(Reason.UNSUITABLE_PIXELS, otherwise);
    }
  }

  boolean isExplicit() {
    return file.transferSyntax().explicitVr();
  }

  /** First byte of Pixel Data's tag. */
  long pixelDataElement() {
    return pixelData.offset() - (isExplicit() ? 12 : 8);
  }
}
