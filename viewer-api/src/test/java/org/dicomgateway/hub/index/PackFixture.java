package org.dicomgateway.hub.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dicomgateway.codec.transcoding.Original;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.pack.PackManifest;
import org.dicomgateway.pack.PackedInstance;
import tools.jackson.databind.node.ObjectNode;

/** Packs as the archive would hold them, without bytes. */
final class PackFixture {
  private final String site;
  private final String study;
  private final List<PackedInstance> instances = new ArrayList<>();
  private final List<byte[]> metadata = new ArrayList<>();
  private ArchivedPack.Stamps stamps = ArchivedPack.Stamps.UNKNOWN;
  private final ObjectNode attributes = JsonDataSet.JSON.createObjectNode();

  PackFixture(String site, String study) {
    this.site = site;
    this.study = study;
    set(Tag.StudyInstanceUID, "UI", study);
  }

  /** An attribute that all instances added from now on have. */
  PackFixture set(int tag, String vr, String value) {
    attributes.putObject("%08X".formatted(tag)).put("vr", vr).putArray("Value").add(value);
    return this;
  }

  PackFixture stamped(ArchivedPack.Stamps when) {
    stamps = when;
    return this;
  }

  PackFixture patient(String name, String id) {
    ObjectNode element = attributes.putObject("00100010").put("vr", "PN");
    ObjectNode groups = element.putArray("Value").addObject();
    String[] parts = name.split("=", 3);
    groups.put("Alphabetic", parts[0]);
    if (parts.length > 1) {
      groups.put("Ideographic", parts[1]);
    }
    if (parts.length > 2) {
      groups.put("Phonetic", parts[2]);
    }
    return set(Tag.PatientID, "LO", id);
  }

  PackFixture instance(String series, String sop, String sha256) {
    return instance(series, sop, sha256, FrameTable.NONE);
  }

  /** The instance added last came to the spoke with so many bytes, and was compressed there. */
  PackFixture preparedFrom(long length, Instant at) {
    PackedInstance last = instances.removeLast();
    Original original = new Original(UID.ExplicitVRLittleEndian, length, last.sha256(), "OW", 0);
    instances.add(
        new PackedInstance(
            last.sopInstanceUid(),
            last.seriesInstanceUid(),
            last.sopClassUid(),
            UID.JPEGLSLossless,
            last.offset(),
            last.length(),
            last.sha256() + "-prepared",
            PackedInstance.Encoding.of(original),
            new PackedInstance.Source("CT1", "GATEWAY", Instant.EPOCH, Optional.of(at)),
            last.frames()));
    return this;
  }

  PackFixture instance(String series, String sop, String sha256, FrameTable frames) {
    set(Tag.SeriesInstanceUID, "UI", series);
    set(Tag.SOPInstanceUID, "UI", sop);
    set(Tag.SOPClassUID, "UI", UID.CTImageStorage);
    set(Tag.InstanceNumber, "IS", sop.substring(sop.lastIndexOf('.') + 1));
    instances.add(
        new PackedInstance(
            sop,
            series,
            UID.CTImageStorage,
            UID.ExplicitVRLittleEndian,
            100L * instances.size(),
            100,
            sha256,
            new PackedInstance.Encoding(UID.ExplicitVRLittleEndian, sha256),
            new PackedInstance.Source("CT1", "GATEWAY", Instant.EPOCH),
            frames));
    metadata.add(attributes.toString().getBytes(StandardCharsets.UTF_8));
    return this;
  }

  ArchivedPack build() {
    String packId = UUID.randomUUID().toString();
    PackManifest manifest =
        new PackManifest(1, packId, site, study, Instant.EPOCH, List.copyOf(instances));
    String key = site + "/" + study + "/" + packId + ".zip";
    return new ArchivedPack(manifest, key, 100L * instances.size(), List.copyOf(metadata), stamps);
  }
}
