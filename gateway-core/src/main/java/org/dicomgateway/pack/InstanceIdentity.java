package org.dicomgateway.pack;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.part10.Part10;

/**
 * What an instance is known by at the spoke, in the pack and at the hub, read from its data set.
 *
 * <p>A data set that holds no SOP Class or SOP Instance UID, which some anonymisers take out, has
 * those of its File Meta Information: the spoke writes there what the C-STORE command said.
 *
 * <p>Some objects belong to no patient and have no study or series (colour palettes, hanging
 * protocols, PS3.3 A.58 and A.44), and some senders forget these UIDs. DICOMweb finds nothing
 * without them, so what is missing is derived: always the same UID from the same instance, under
 * 2.25 (PS3.5 §B.2). A missing series is derived from the SOP Instance UID, a missing study from
 * the Series Instance UID. The instance's bytes stay as they are.
 */
public record InstanceIdentity(
    String sopClassUid, String sopInstanceUid, String seriesInstanceUid, String studyInstanceUid) {

  /** Not all of these are UIDs by PS3.5 §9, but all are safe in a path and a URL. */
  private static final Pattern USABLE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,63}");

  /**
   * Reads the identity.
   *
   * @param file its data set up to Series Instance UID (0020,000E) at least
   * @throws UnidentifiedInstanceException without SOP Class or SOP Instance UID, without a single
   *     element in the data set, or with a UID that cannot be one
   */
  public static InstanceIdentity of(Part10 file) throws UnidentifiedInstanceException {
    Attributes dataSet = file.dataSet();
    String sopClass = required(file, Tag.SOPClassUID, Tag.MediaStorageSOPClassUID, "SOP Class UID");
    String instance =
        required(file, Tag.SOPInstanceUID, Tag.MediaStorageSOPInstanceUID, "SOP Instance UID");
    Optional<String> givenSeries = optional(dataSet, Tag.SeriesInstanceUID, "Series Instance UID");
    String series = givenSeries.orElseGet(() -> derived("series", instance));
    String study =
        optional(dataSet, Tag.StudyInstanceUID, "Study Instance UID")
            .orElseGet(() -> derived("study", series));
    return new InstanceIdentity(sopClass, instance, series, study);
  }

  private static String required(Part10 file, int tag, int metaTag, String name)
      throws UnidentifiedInstanceException {
    Optional<String> uid = optional(file.dataSet(), tag, name);
    if (uid.isEmpty() && !file.dataSet().isEmpty()) {
      uid = optional(file.fileMetaInformation(), metaTag, name);
    }
    return uid.orElseThrow(() -> new UnidentifiedInstanceException(tag, "no " + name));
  }

  private static Optional<String> optional(Attributes dataSet, int tag, String name)
      throws UnidentifiedInstanceException {
    Optional<String> uid = dataSet.string(tag);
    if (uid.isPresent() && !USABLE.matcher(uid.get()).matches()) {
      throw new UnidentifiedInstanceException(tag, "unusable " + name);
    }
    return uid;
  }

  private static String derived(String level, String uid) {
    byte[] name = (level + " of " + uid).getBytes(StandardCharsets.US_ASCII);
    UUID uuid = UUID.nameUUIDFromBytes(name);
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    return "2.25." + new BigInteger(1, bytes.array());
  }
}
