package org.dicomgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir private Path directory;

  @Test
  void makesAFolderAndHoldsItUntilItIsClosed() throws Exception {
    Path folder = directory.resolve("data");

    try (FolderLock held = FolderLock.take(folder, "spoke")) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> FolderLock.take(folder, "spoke"))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "another spoke runs on %s. Stop it, or give this one a folder of its own with --data",
              folder);
    }
    FolderLock.take(folder, "spoke").close();
  }

  @Test
  void refusesWhatIsNoFolder() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> FolderLock.take(file, "hub"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }
}
