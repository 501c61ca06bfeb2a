package org.dicomgateway.hub.index;

import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.pack.PackedInstance;

/**
 * Where an instance lies and what it is.
 *
 * @param packKey object key of the pack
 * @param offset first byte of the Part 10 file in the pack
 * @param length bytes of the Part 10 file
 * @param receivedAs how the spoke received it; of the same digest unless it was transcoded
 * @param frames counted from the Part 10 file's first byte
 * @param metadata DICOM JSON object as {@link org.dicomgateway.pack.PackMetadata} writes it
 */
public record IndexedInstance(
    String site,
    String studyInstanceUid,
    String seriesInstanceUid,
    String sopInstanceUid,
    String sopClassUid,
    String transferSyntaxUid,
    String packKey,
    long offset,
    long length,
    String sha256,
    PackedInstance.Encoding receivedAs,
    FrameTable frames,
    byte[] metadata) {

  /** Whether it lies in its pack in another transfer syntax than it was received in. */
  public boolean isTranscoded() {
    return receivedAs.nativePixels().isPresent();
  }
}
