package org.dicomgateway.hub.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dicomgateway.hub.index.Database;
import org.dicomgateway.storage.FolderStore;
import org.dicomgateway.storage.ObjectStore;
import org.dicomgateway.storage.S3Location;
import org.dicomgateway.storage.S3Store;

/** What the hub stands on: its folder, held for this process, the archive's store, the index. */
public record Storage(DataFolder folder, ObjectStore objects, Database database)
    implements AutoCloseable {

  /**
   * Opens all three, or none.
   *
   * @throws IOException with what cannot be had, and what to do
   */
  public static Storage open(HubSettings settings) throws IOException {
    DataFolder folder = DataFolder.open(settings.data());
    try {
      ObjectStore objects = objects(settings, folder);
      try {
        return new Storage(folder, objects, database(settings, folder));
      } catch (IOException | RuntimeException e) {
        objects.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static ObjectStore objects(HubSettings settings, DataFolder folder) throws IOException {
    Optional<String> url = settings.objectStore();
    if (url.isEmpty()) {
      return new FolderStore(folder.objects());
    }
    if (url.get().startsWith("file:")) {
      return new FolderStore(Path.of(url.get().substring("file:".length())));
    }
    return S3Store.open(S3Location.of(url.get(), settings.objectStoreKeys()));
  }

  private static Database database(HubSettings settings, DataFolder folder) throws IOException {
    Optional<String> url = settings.database();
    return url.isEmpty()
        ? Database.sqlite(folder.index())
        : Database.open(url.get(), settings.databaseLogin());
  }

  @Override
  public void close() throws IOException {
    database.close();
    objects.close();
    folder.close();
  }
}
