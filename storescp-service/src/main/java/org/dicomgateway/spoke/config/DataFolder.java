package org.dicomgateway.spoke.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomgateway.settings.FolderLock;

/**
 * The spoke's folder, held by one process at a time:
 *
 * <pre>
 * spoke.lock   locked while a spoke runs
 * spool/       the instances
 * routes/      where instances go, all versions
 * destinations/ what there is beside the hub, all versions
 * queues/      what is sent to those, one NAME.db each; may be deleted, they are rebuilt
 * admin.token  what the admin port asks for, unless only this machine can ask
 * holds.json   which studies people hold back
 * modalities/  who sends here, all versions
 * heard.json   when each was heard last; may be deleted
 * routes.db    what was decided of each instance; may be deleted, it is decided anew
 * log/         what the service told
 * queue.db     what is forwarded; may be deleted, it is rebuilt from the spool
 * prepared/    instances as they are sent; may be deleted, they are made again
 * </pre>
 */
final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FolderLock lock;

  private DataFolder(Path root, FolderLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the folder, making it if it is missing.
   *
   * @throws IOException if it cannot be used, or another spoke does
   */
  static DataFolder open(Path root) throws IOException {
    return new DataFolder(root, FolderLock.take(root, "spoke"));
  }

  Path spool() throws IOException {
    return Files.createDirectories(root.resolve("spool"));
  }

  Path routes() {
    return root.resolve("routes");
  }

  Path modalities() {
    return root.resolve("modalities");
  }

  Path heard() {
    return root.resolve("heard.json");
  }

  Path holds() {
    return root.resolve("holds.json");
  }

  Path ledger() {
    return root.resolve("routes.db");
  }

  Path log() {
    return root.resolve("log");
  }

  Path destinations() {
    return root.resolve("destinations");
  }

  Path queues() throws IOException {
    return Files.createDirectories(root.resolve("queues"));
  }

  Path prepared() {
    return root.resolve("prepared");
  }

  Path queue() {
    return root.resolve("queue.db");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
