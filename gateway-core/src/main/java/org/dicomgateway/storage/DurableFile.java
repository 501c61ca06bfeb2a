package org.dicomgateway.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Steps of writing a file so that a power cut cannot take it back. */
public final class DurableFile {
  private DurableFile() {}

  /**
   * Puts a file in the place of another, if there is one. On return it is there for good; until
   * then whoever looks, after a power cut too, finds one of both, whole.
   *
   * @param written lies on the same file system; it is gone afterwards
   */
  public static void replace(Path written, Path target) throws IOException {
    force(written);
    Files.move(
        written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(target.toAbsolutePath().getParent());
  }

  /** Makes a file's bytes durable; its name is when its folder is forced. */
  static void force(Path file) throws IOException {
    force(file, StandardOpenOption.WRITE);
  }

  /** Makes the names in a folder durable. */
  static void forceFolder(Path folder) throws IOException {
    force(folder, StandardOpenOption.READ);
  }

  private static void force(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
