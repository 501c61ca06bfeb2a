package org.dicomgateway.spoke.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The spoke's folder, held by one process at a time:
 *
 * <pre>
 * spoke.lock   locked while a spoke runs
 * spool/       the instances
 * queue.db     what is forwarded; may be deleted, it is rebuilt from the spool
 * </pre>
 */
final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the folder, making it if it is missing.
   *
   * @throws IOException if it cannot be used, or another spoke does
   */
  static DataFolder open(Path root) throws IOException {
    Files.createDirectories(root);
    FileChannel lock =
        FileChannel.open(
            root.resolve("spoke.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isTaken(lock)) {
      lock.close();
      throw new IOException(
          "another spoke runs on %s. Stop it, or give this one a folder of its own with --data"
              .formatted(root.toAbsolutePath()));
    }
    return new DataFolder(root, lock);
  }

  private static boolean isTaken(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path spool() throws IOException {
    return Files.createDirectories(root.resolve("spool"));
  }

  Path queue() {
    return root.resolve("queue.db");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
