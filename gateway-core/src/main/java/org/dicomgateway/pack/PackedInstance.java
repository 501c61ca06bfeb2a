package org.dicomgateway.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
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
    @JsonProperty("sop") String sopInstanceUid,
    @JsonProperty("series") String seriesInstanceUid,
    @JsonProperty("sopClass") String sopClassUid,
    @JsonProperty("transferSyntax") String transferSyntaxUid,
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
  public record Encoding(@JsonProperty("transferSyntax") String transferSyntaxUid, String sha256) {}

  /**
   * @param callingAet AE title of the sender; empty if it came by other ways
   * @param calledAet AE title it was sent to; empty likewise
   * @param receivedAt when the spoke had it durable
   */
  public record Source(String callingAet, String calledAet, Instant receivedAt) {}

  /** Whether no field is missing, as one may be in JSON that others wrote. */
  boolean isWhole() {
    return Stream.of(sopInstanceUid, seriesInstanceUid, sopClassUid, transferSyntaxUid, sha256)
            .allMatch(Objects::nonNull)
        && receivedAs != null
        && receivedAs.transferSyntaxUid() != null
        && receivedAs.sha256() != null
        && source != null
        && frames != null;
  }

  PackedInstance at(long newOffset) {
    return new PackedInstance(
        sopInstanceUid,
        seriesInstanceUid,
        sopClassUid,
        transferSyntaxUid,
        newOffset,
        length,
        sha256,
        receivedAs,
        source,
        frames);
  }
}
