package org.dicomgateway.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.hub.archive.Archive;
import org.dicomgateway.hub.archive.Archive.StoredPack;
import org.dicomgateway.hub.index.ArchivedPack;
import org.dicomgateway.hub.index.Database;
import org.dicomgateway.hub.index.Query;
import org.dicomgateway.hub.index.Query.Level;
import org.dicomgateway.hub.index.SqlIndex;
import org.dicomgateway.hub.testsite.TestPack;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.pack.UnidentifiedInstanceException;
import org.dicomgateway.storage.FolderStore;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every real file that says which instance it is, damaged ones too, passes through ingest. */
class RealFilesTest {
  @TempDir Path folder;

  @Test
  void areTakenIndexedFoundAndIndexedAgain() throws IOException {
    Map<String, TestPack> packs = new LinkedHashMap<>();
    int instances = 0;
    for (Path file : RealData.files()) {
      instances += add(file, packs) ? 1 : 0;
    }
    try (FolderStore store = new FolderStore(folder.resolve("objects"));
        Database database = Database.sqlite(folder.resolve("index.db"))) {
      Archive archive = new Archive(store);
      SqlIndex index = new SqlIndex(database);
      for (TestPack pack : packs.values()) {
        ingest(pack, archive, index);
      }
      List<String> found = find(index);
      Reindex.Result result = Reindex.run(archive, index);
      assertThat(result).isEqualTo(new Reindex.Result(packs.size(), 0));
      assertThat(find(index)).isEqualTo(found);
      assertThat(found.isEmpty()).isEqualTo(instances == 0);
    }
  }

  private boolean add(Path file, Map<String, TestPack> packs) throws IOException {
    InstanceIdentity identity;
    try {
      Part10 part10 = Part10.readLeniently(file, ReadOptions.WHOLE).part10();
      identity = InstanceIdentity.of(part10);
    } catch (DicomParseException | UnidentifiedInstanceException e) {
      return false;
    }
    String study = identity.studyInstanceUid();
    packs.computeIfAbsent(study, uid -> new TestPack(folder, "real", uid)).file(file, identity);
    return true;
  }

  private void ingest(TestPack pack, Archive archive, SqlIndex index) throws IOException {
    Path file = Files.write(folder.resolve(pack.id()), pack.bytes());
    UploadDescription upload =
        new UploadDescription(pack.id(), "real", Files.size(file), Instant.EPOCH, "");
    PackVerifier.Verified verified = PackVerifier.verify(upload, file);
    String key = archive.add(verified.manifest(), file, verified.sha256());
    index.register(
        new ArchivedPack(
            verified.manifest(),
            key,
            upload.length(),
            verified.metadata(),
            ArchivedPack.Stamps.UNKNOWN));
    StoredPack stored = archive.open(key);
    assertThat(text(stored.reader().metadata())).isEqualTo(text(verified.metadata()));
    Files.delete(file);
  }

  private static List<String> text(List<byte[]> metadata) {
    return metadata.stream().map(json -> new String(json, StandardCharsets.UTF_8)).toList();
  }

  private static List<String> find(SqlIndex index) {
    Query all = new Query(Level.INSTANCE, Map.of(), Set.of(), true, false, 100_000, 0);
    return index.find(all).stream()
        .map(
            found -> {
              StringBuilder text = new StringBuilder();
              found.forEach(e -> text.append("%08X%s ".formatted(e.tag(), found.strings(e.tag()))));
              return text.toString();
            })
        .sorted()
        .toList();
  }
}
