package org.dicomgateway.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dicomgateway.codec.transcoding.Original;
import org.dicomgateway.dicom.part10.FrameTable;

/**
 * One instance of a pack.
 *
 * @param offset first byte of the Part 10 file within the pack
 * @param length bytes of the Part 10 file
 * @param sha256 lower-case hex digest of the Part 10 file in the pack
 * @param receivedAs how the spoke received it, but for attributes that it changed; equal to the
 *     above unless it was transcoded
 * @param source who sent it, and when it passed the spoke's stations
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
   * @param nativePixels what restoring the received file needs to know besides the one in the pack;
   *     empty if both are the same
   */
  public record Encoding(
      @JsonProperty("transferSyntax") String transferSyntaxUid,
      String sha256,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) @JsonProperty("native")
          Optional<NativePixels> nativePixels) {

    /** Of an instance that lies in the pack as it was received. */
    public Encoding(String transferSyntaxUid, String sha256) {
      this(transferSyntaxUid, sha256, Optional.empty());
    }

    /** Of an instance that was transcoded. */
    public static Encoding of(Original original) {
      return new Encoding(
          original.transferSyntaxUid(),
          original.sha256(),
          Optional.of(
              new NativePixels(
                  original.length(), original.pixelDataVr(), original.planarConfiguration())));
    }

    /**
     * What restoring wants to know.
     *
     * @throws java.util.NoSuchElementException if the instance lies in the pack as it was received
     */
    public Original original() {
      NativePixels pixels = nativePixels.orElseThrow();
      return new Original(
          transferSyntaxUid, pixels.length, sha256, pixels.vr, pixels.planarConfiguration);
    }

    /** As text that {@link #parse} understands. */
    public String json() {
      return PackJson.MAPPER.writeValueAsString(this);
    }

    /**
     * What {@link #json} wrote.
     *
     * @throws tools.jackson.core.JacksonException if it did not
     */
    public static Encoding parse(String json) {
      return PackJson.MAPPER.readValue(json, Encoding.class);
    }
  }

  /**
   * @param length bytes of the received Part 10 file
   * @param vr of Pixel Data: OB or OW; in implicit VR of no meaning
   * @param planarConfiguration (0028,0006) as it was received; 0 if there is none
   */
  public record NativePixels(long length, String vr, int planarConfiguration) {}

  /**
   * @param callingAet AE title of the sender; empty if it came by other ways
   * @param calledAet AE title it was sent to; empty likewise
   * @param receivedAt when the spoke had its last byte
   * @param preparedAt when the spoke had transcoded it; empty if it did not, or did not say
   */
  public record Source(
      String callingAet,
      String calledAet,
      Instant receivedAt,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> preparedAt) {

    /** Of an instance that lies in the pack as it was received. */
    public Source(String callingAet, String calledAet, Instant receivedAt) {
      this(callingAet, calledAet, receivedAt, Optional.empty());
    }
  }

  /** Whether it lies in the pack in another form than it was received in. */
  public boolean isTranscoded() {
    return receivedAs.nativePixels().isPresent();
  }

  /** Whether no field is missing, as one may be in JSON that others wrote. */
  boolean isWhole() {
    return Stream.of(sopInstanceUid, seriesInstanceUid, sopClassUid, transferSyntaxUid, sha256)
            .allMatch(Objects::nonNull)
        && receivedAs != null
        && receivedAs.transferSyntaxUid() != null
        && receivedAs.sha256() != null
        && receivedAs.nativePixels().stream().allMatch(pixels -> pixels.vr() != null)
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
