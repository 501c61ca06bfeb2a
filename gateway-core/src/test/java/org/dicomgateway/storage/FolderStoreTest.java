package org.dicomgateway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ObjectStoreContract {
  @TempDir Path root;

  @Override
  ObjectStore open() throws IOException {
    return new FolderStore(root);
  }

  @Test
  void clearsWhatAnEarlierProcessLeftHalfWritten() throws IOException {
    Path left = Files.write(root.resolve(".incoming").resolve("half"), new byte[10]);
    try (FolderStore store = new FolderStore(root)) {
      assertThat(left).doesNotExist();
      assertThat(store.list("")).isEmpty();
    }
  }
}
