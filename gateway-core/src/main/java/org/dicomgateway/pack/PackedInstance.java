package org.dicomgateway.pack;

import java.time.Instant;
import org.dicomgateway.dicom.part10.FrameTable;

/**
 * One instance of a pack.
 *
 * @param offset first byte of the Part 10 file within the pack
 * @param length bytes of the Part 10 file
 * @param sha256 lower-case hex digest of the Part 10 file in the pack
 * @param receivedAs how the spoke received it; equal to the above unless it was transcoded
 * @param source who sent it
 * @param frames ranges of the frames, counted from the first byte of the Part 10 file
 */
public record PackedInstance(
    String sopInstanceUid,
    String seriesInstanceUid,
    String sopClassUid,
    String transferSyntaxUid,
    long offset,
    long length,
    String sha256,
    Encoding receivedAs,
    Source source,
    FrameTable frames) {

  /**
   * @param sha256 lower-case hex digest of the Part 10 file with {@link
   *     org.dicomgateway.dicom.part10.Part10#header our header}
   */
  public record Encoding(String transferSyntaxUid, String sha256) {}

  /**
   * @param callingAet AE title of the sender; empty if it came by other ways
   * @param calledAet AE title it was sent to; empty likewise
   * @param receivedAt when the spoke had it durable
   */
  public record Source(String callingAet, String calledAet, Instant receivedAt) {}
}
