package org.dicomgateway.hub.testhub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.hub.index.ArchivedPack;
import org.dicomgateway.hub.index.PackIndex;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.pack.PackId;
import org.dicomgateway.pack.PackLayout;
import org.dicomgateway.pack.PackManifest;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.storage.ObjectStore;
import org.dicomgateway.testdata.PackedFile;
import org.dicomgateway.testdata.TranscodedFile;

/** Puts DICOM files into packs, a pack for each study, as a spoke and the ingest would. */
final class PackedFiles {
  private PackedFiles() {}

  static void add(String site, List<Path> files, ObjectStore store, PackIndex index, Path folder)
      throws IOException {
    Map<String, List<PackLayout.Content>> studies = new LinkedHashMap<>();
    for (Path file : files) {
      Part10 part10 = Part10.read(file, ReadOptions.WHOLE);
      InstanceIdentity identity = InstanceIdentity.of(part10);
      studies
          .computeIfAbsent(identity.studyInstanceUid(), study -> new ArrayList<>())
          .add(content(file, part10, identity));
    }
    for (var study : studies.entrySet()) {
      archive(site, study.getKey(), study.getValue(), store, index, folder);
    }
  }

  /** Adds a file that was transcoded on its way from the spoke. */
  static void add(String site, TranscodedFile file, ObjectStore store, PackIndex index, Path folder)
      throws IOException {
    Part10 part10 = Part10.read(file.path(), ReadOptions.WHOLE);
    InstanceIdentity identity = InstanceIdentity.of(part10);
    PackedInstance.Encoding received = PackedInstance.Encoding.of(file.transcoded().original());
    archive(
        site,
        identity.studyInstanceUid(),
        List.of(content(file.path(), part10, identity, Optional.of(received))),
        store,
        index,
        folder);
  }

  /** Adds a file under another identity, so that images which share one can lie side by side. */
  static void addAs(
      String study, String series, Path file, ObjectStore store, PackIndex index, Path folder)
      throws IOException {
    Part10 part10 = Part10.read(file, ReadOptions.WHOLE);
    String sopClass = part10.dataSet().string(Tag.SOPClassUID).orElseThrow();
    InstanceIdentity identity = new InstanceIdentity(sopClass, series + ".1", series, study);
    part10
        .dataSet()
        .setString(Tag.StudyInstanceUID, VR.UI, study)
        .setString(Tag.SeriesInstanceUID, VR.UI, series)
        .setString(Tag.SOPInstanceUID, VR.UI, identity.sopInstanceUid());
    archive("variants", study, List.of(content(file, part10, identity)), store, index, folder);
  }

  private static void archive(
      String site,
      String study,
      List<PackLayout.Content> contents,
      ObjectStore store,
      PackIndex index,
      Path folder)
      throws IOException {
    PackLayout layout = PackLayout.of(PackId.next(), site, study, Instant.now(), contents);
    PackManifest manifest = layout.manifest();
    Path pack = folder.resolve(manifest.packId());
    try (InputStream bytes = layout.open(0)) {
      Files.copy(bytes, pack);
    }
    String key = site + "/" + study + "/" + manifest.packId() + ".zip";
    store.create(key, pack, DigestUtils.sha256Hex(Files.readAllBytes(pack)));
    Files.delete(pack);
    List<byte[]> metadata = contents.stream().map(PackLayout.Content::metadata).toList();
    index.register(
        new ArchivedPack(manifest, key, layout.length(), metadata, ArchivedPack.Stamps.UNKNOWN));
  }

  private static PackLayout.Content content(Path file, Part10 part10, InstanceIdentity identity)
      throws IOException {
    return content(file, part10, identity, Optional.empty());
  }

  private static PackLayout.Content content(
      Path file,
      Part10 part10,
      InstanceIdentity identity,
      Optional<PackedInstance.Encoding> receivedAs)
      throws IOException {
    PackedInstance.Source source = new PackedInstance.Source("TEST", "GATEWAY", Instant.now());
    return PackedFile.of(file, part10, identity, receivedAs, source);
  }
}
