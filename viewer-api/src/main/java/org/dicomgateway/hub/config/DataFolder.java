package org.dicomgateway.hub.config;

import java.io.IOException;
import java.nio.file.Path;
import org.dicomgateway.settings.FolderLock;

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
  private final FolderLock lock;

  private DataFolder(Path root, FolderLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the folder, making it if it is missing.
   *
   * @throws IOException if it cannot be used, or another hub does
   */
  public static DataFolder open(Path root) throws IOException {
    return new DataFolder(root, FolderLock.take(root, "hub"));
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
    lock.close();
  }
}
