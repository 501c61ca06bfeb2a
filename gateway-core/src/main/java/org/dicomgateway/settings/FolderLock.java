package org.dicomgateway.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A service's data folder, held by one process at a time until it is closed or ends. */
public final class FolderLock implements AutoCloseable {
  private final FileChannel file;

  private FolderLock(FileChannel file) {
    this.file = file;
  }

  /**
   * Takes a folder, making it if it is missing, by locking {@code <service>.lock} in it.
   *
   * @param service what it is, in a word
   * @throws IOException if the folder cannot be used, or another process holds it
   */
  public static FolderLock take(Path folder, String service) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    Files.createDirectories(folder);
    FileChannel file =
        FileChannel.open(
            folder.resolve(service + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isTaken(file)) {
      file.close();
      throw new IOException(
          "another %s runs on %s. Stop it, or give this one a folder of its own with --data"
              .formatted(service, folder.toAbsolutePath()));
    }
    return new FolderLock(file);
  }

  private static boolean isTaken(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
