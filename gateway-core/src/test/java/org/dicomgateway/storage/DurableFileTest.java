package org.dicomgateway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
  @TempDir private Path folder;

  @Test
  void takesAnothersPlace() throws Exception {
    Path target = Files.writeString(folder.resolve("sites.json"), "before");
    Path written = Files.writeString(folder.resolve("sites.json.new"), "after");

    DurableFile.replace(written, target);

    assertThat(target).hasContent("after");
    assertThat(written).doesNotExist();
  }

  @Test
  void takesAFreePlace() throws Exception {
    Path target = folder.resolve("sites.json");

    DurableFile.replace(Files.writeString(folder.resolve("sites.json.new"), "first"), target);

    assertThat(target).hasContent("first");
  }
}
