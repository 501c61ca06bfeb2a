package org.dicomgateway.hub.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.pack.PackId;
import org.dicomgateway.pack.PackManifest;
import org.dicomgateway.storage.FolderStore;
import org.dicomgateway.storage.MemoryStore;
import org.dicomgateway.storage.ObjectStore;
import org.dicomgateway.storage.S3Store;
import org.dicomgateway.testdata.S3Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final PackManifest MANIFEST =
      new PackManifest(
          PackManifest.FORMAT_VERSION, PackId.next(), "site", "1.2", Instant.EPOCH, List.of());

  @TempDir private Path folder;

  /** A store that says it has stored, and gives back something else, as a disk that lies does. */
  private record LyingStore(ObjectStore store) implements ObjectStore {
    @Override
    public void create(String key, Path file, String sha256) throws IOException {
      store.create(key, file, sha256);
    }

    @Override
    public InputStream read(String key, long offset, long length) throws IOException {
      try (InputStream stored = store.read(key, offset, length)) {
        byte[] bytes = stored.readAllBytes();
        bytes[bytes.length / 2] ^= 1;
        return new ByteArrayInputStream(bytes);
      }
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
      return store.size(key);
    }

    @Override
    public Stream<String> list(String prefix) throws IOException {
      return store.list(prefix);
    }

    @Override
    public void close() {
      store.close();
    }
  }

  @Test
  void provesByReadingAgainWhatAFolderHolds() throws Exception {
    Path packs = folder.resolve("packs");
    addsWhatItReadsBack(new FolderStore(packs));
    refusesWhatIsGivenBackOtherwise(new FolderStore(folder.resolve("lying")));
  }

  @Test
  void provesByReadingAgainWhatAnS3ServerHolds() throws Exception {
    Path buckets = Files.createDirectory(folder.resolve("buckets"));
    try (S3Server server = new S3Server(buckets)) {
      addsWhatItReadsBack(S3Store.open(server.bucket("packs")));
    }
    refusesWhatIsGivenBackOtherwise(new MemoryStore());
  }

  private void addsWhatItReadsBack(ObjectStore store) throws Exception {
    Path pack = pack();
    try (store) {
      String key = new Archive(store).add(MANIFEST, pack, sha256(pack));
      assertThat(store.read(key, 0, Files.size(pack))).hasBinaryContent(Files.readAllBytes(pack));
    }
  }

  private void refusesWhatIsGivenBackOtherwise(ObjectStore store) throws Exception {
    Path pack = pack();
    try (LyingStore lying = new LyingStore(store)) {
      assertThatThrownBy(() -> new Archive(lying).add(MANIFEST, pack, sha256(pack)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("gives back other bytes");
    }
  }

  private Path pack() throws IOException {
    return Files.write(folder.resolve("pack.zip"), new byte[100_000]);
  }

  private static String sha256(Path file) throws IOException {
    return DigestUtils.sha256Hex(Files.readAllBytes(file));
  }
}
