package org.dicomgateway.hub.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The hub's folder, held by one process at a time:
 *
 * <pre>
 * hub.lock     locked while a hub runs
 * sites.json   who may send
 * uploads/     what has not been archived yet
 * objects/     the archive, unless it is elsewhere
 * index.db     the index, unless it is elsewhere
 * </pre>
 */
public final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel lockFile;

  private DataFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Takes the folder, making it if it is missing.
   *
   * @throws IOException if another process holds it
   */
  public static DataFolder open(Path root) throws IOException {
    Files.createDirectories(root);
    FileChannel channel =
        FileChannel.open(
            root.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new IOException(
          "another hub runs on %s; stop it, or give this one its own --data".formatted(root));
    }
    return new DataFolder(root, channel);
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** The list of sites; read and written without holding the folder. */
  public static Path sites(Path root) {
    return root.resolve("sites.json");
  }

  public Path sites() {
    return sites(root);
  }

  public Path uploads() {
    return root.resolve("uploads");
  }

  public Path objects() {
    return root.resolve("objects");
  }

  public Path index() {
    return root.resolve("index.db");
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
