package org.dicomgateway.hub.testhub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.hub.index.IndexedInstance;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.pack.PackMetadata;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.storage.MemoryStore;

/** One DICOM file in a store of its own, and its row of the index. */
public record StoredFile(CountingStore store, IndexedInstance row) {
  /** Other objects' bytes that stand before the file in its pack. */
  private static final int BEFORE = 1000;

  public static StoredFile of(Path file) throws IOException {
    Part10 part10 = Part10.read(file, ReadOptions.WHOLE);
    InstanceIdentity identity = InstanceIdentity.of(part10);
    byte[] bytes = Files.readAllBytes(file);
    byte[] pack = new byte[BEFORE + bytes.length + BEFORE];
    System.arraycopy(bytes, 0, pack, BEFORE, bytes.length);
    CountingStore store = new CountingStore(new MemoryStore());
    Path object = Files.write(Files.createTempFile("pack", ".zip"), pack);
    store.create("site/study/pack.zip", object, "");
    Files.delete(object);
    String syntax = part10.transferSyntax().uid();
    IndexedInstance row =
        new IndexedInstance(
            "site",
            identity.studyInstanceUid(),
            identity.seriesInstanceUid(),
            identity.sopInstanceUid(),
            identity.sopClassUid(),
            syntax,
            "site/study/pack.zip",
            BEFORE,
            bytes.length,
            "0".repeat(64),
            new PackedInstance.Encoding(syntax, "0".repeat(64)),
            FrameTable.of(part10, BulkDataSource.of(file)),
            PackMetadata.of(part10.dataSet(), syntax));
    return new StoredFile(store, row);
  }
}
