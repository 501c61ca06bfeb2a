package org.dicomgateway.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * The last entry of a pack, {@code manifest.json}: what the pack holds and where.
 *
 * @param formatVersion {@value #FORMAT_VERSION}
 * @param packId UUIDv7 in its canonical form, so that identifiers sort by time
 * @param site name of the site that made the pack
 * @param studyInstanceUid the one study all instances belong to
 * @param created when the pack was laid out
 */
public record PackManifest(
    int formatVersion,
    String packId,
    String site,
    @JsonProperty("study") String studyInstanceUid,
    Instant created,
    List<PackedInstance> instances) {

  public static final int FORMAT_VERSION = 1;
}
