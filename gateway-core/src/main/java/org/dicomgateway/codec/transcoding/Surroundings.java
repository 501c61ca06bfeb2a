package org.dicomgateway.codec.transcoding;

import java.io.IOException;
import java.util.Arrays;
import org.dicomgateway.codec.transcoding.NotTranscodedException.Reason;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.part10.Part10;

/**
 * What stands before Pixel Data and behind it, File Meta Information aside.
 *
 * @param before elements of the data set
 * @param behind likewise; often none
 */
record Surroundings(byte[] before, byte[] behind) {
  /** All of it is in memory, twice while headers change. */
  static final long LARGEST = 8L << 20;

  /** Planar Configuration in explicit VR, without its value. */
  private static final byte[] PLANAR = {0x28, 0, 0x06, 0, 'U', 'S', 2, 0};

  /**
   * @param pixelData all of the element, header included
   */
  static Surroundings of(Part10 file, BulkDataSource bytes, long length, ByteRange pixelData)
      throws IOException {
    long before = pixelData.offset() - file.dataSetOffset();
    long behind = length - pixelData.end();
    if (before < 0 || behind < 0 || before + behind > LARGEST) {
      throw new NotTranscodedException(
          Reason.TOO_LARGE, "%d bytes around the pixels".formatted(before + behind));
    }
    return new Surroundings(
        bytes.bytes(new ByteRange(file.dataSetOffset(), before)),
        bytes.bytes(new ByteRange(pixelData.end(), behind)));
  }

  /** As they stand in the transcoded file. */
  Surroundings coded(TransferSyntax original, Attributes understood, boolean planar)
      throws NotTranscodedException {
    Surroundings explicit =
        original.explicitVr()
            ? this
            : new Surroundings(
                ExplicitHeaders.of(before, understood), ExplicitHeaders.of(behind, understood));
    return planar ? explicit.withPlanarConfiguration(1, 0) : explicit;
  }

  /** As they stood in the original. */
  Surroundings restored(TransferSyntax original, boolean planar) throws IOException {
    Surroundings explicit = planar ? withPlanarConfiguration(0, 1) : this;
    return original.explicitVr()
        ? explicit
        : new Surroundings(
            ImplicitHeaders.of(explicit.before), ImplicitHeaders.of(explicit.behind));
  }

  /** Changes the one place that can be the value; if there are several, none is certain. */
  private Surroundings withPlanarConfiguration(int from, int to) throws NotTranscodedException {
    byte[] changed = before.clone();
    int found = 0;
    for (int i = 0; i + PLANAR.length + 2 <= before.length; i++) {
      if (Arrays.equals(before, i, i + PLANAR.length, PLANAR, 0, PLANAR.length)) {
        found++;
        found += changed[i + PLANAR.length] == from ? 0 : 1;
        changed[i + PLANAR.length] = (byte) to;
      }
    }
    if (found != 1) {
      throw new NotTranscodedException(
          Reason.NOT_REVERSIBLE,
          "Planar Configuration (%08X) stands there more than once"
              .formatted(Tag.PlanarConfiguration));
    }
    return new Surroundings(changed, behind);
  }
}
