package org.dicomgateway.hub.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.pack.PackManifest;

/**
 * A pack that lies in the archive.
 *
 * @param objectKey where
 * @param length bytes of the pack
 * @param metadata DICOM JSON objects, in the order of the manifest's instances
 */
public record ArchivedPack(
    PackManifest manifest, String objectKey, long length, List<byte[]> metadata, Stamps stamps) {

  /**
   * @param receivedAt when its last byte came
   * @param archivedAt when it was stored and read again
   */
  public record Stamps(Optional<Instant> receivedAt, Optional<Instant> archivedAt) {
    /** Of a pack that is found in the archive. */
    public static final Stamps UNKNOWN = new Stamps(Optional.empty(), Optional.empty());
  }
}
