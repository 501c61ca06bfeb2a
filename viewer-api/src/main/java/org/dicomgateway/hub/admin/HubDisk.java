package org.dicomgateway.hub.admin;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk that a hub keeps what is not archived yet on. */
public record HubDisk(Path folder) {
  /** Bytes. */
  record Room(long free, long total) {}

  Room room() throws IOException {
    FileStore store = Files.getFileStore(Files.createDirectories(folder));
    return new Room(store.getUsableSpace(), store.getTotalSpace());
  }
}
