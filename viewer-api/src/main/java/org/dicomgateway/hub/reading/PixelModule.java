package org.dicomgateway.hub.reading;

import org.dicomgateway.codec.transcoding.PixelFormat;
import org.dicomgateway.dicom.data.Tag;

/** What has to be known to make pixels of bytes (PS3.3 §C.7.6.3). */
record PixelModule(
    int rows,
    int columns,
    int samplesPerPixel,
    String photometricInterpretation,
    int planarConfiguration,
    int bitsAllocated,
    int bitsStored,
    boolean signed) {

  static PixelModule of(InstanceMetadata metadata) {
    int allocated = metadata.integer(Tag.BitsAllocated).orElse(8);
    return new PixelModule(
        metadata.integer(Tag.Rows).orElse(0),
        metadata.integer(Tag.Columns).orElse(0),
        metadata.integer(Tag.SamplesPerPixel).orElse(1),
        metadata.string(Tag.PhotometricInterpretation).orElse("MONOCHROME2"),
        metadata.integer(Tag.PlanarConfiguration).orElse(0),
        allocated,
        metadata.integer(Tag.BitsStored).orElse(allocated),
        metadata.integer(Tag.PixelRepresentation).orElse(0) == 1);
  }

  /** The value that a stored sample means: its unused bits cleared or filled with its sign. */
  int value(int sample) {
    int unused = Integer.SIZE - bitsStored;
    return signed ? sample << unused >> unused : sample << unused >>> unused;
  }

  /** Of frames that were transcoded on their way, which are colour-by-pixel. */
  PixelFormat format() {
    return new PixelFormat(
        columns, rows, samplesPerPixel, bitsAllocated, bitsStored, signed, false);
  }

  long pixels() {
    return (long) rows * columns;
  }
}
