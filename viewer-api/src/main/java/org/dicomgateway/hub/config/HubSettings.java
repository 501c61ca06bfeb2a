package org.dicomgateway.hub.config;

import java.nio.file.Path;
import java.util.Optional;
import org.dicomgateway.hub.index.Database;

/**
 * What {@code hub serve} was told.
 *
 * @param data the hub's folder
 * @param port 0 takes a free one
 * @param bind address to listen at
 * @param objectStore where packs lie; empty: {@code objects} in the folder
 * @param database where the index is; empty: {@code index.db} in the folder
 * @param databaseLogin empty if the database's URL has it
 */
public record HubSettings(
    Path data,
    int port,
    String bind,
    Optional<String> objectStore,
    Optional<ObjectStoreKeys> objectStoreKeys,
    Optional<String> database,
    Optional<Database.Login> databaseLogin) {

  /** Reachable from this machine only. */
  public static final String LOOPBACK = "127.0.0.1";

  /**
   * Credentials of an S3 bucket; never part of a message.
   *
   * @param region such as {@code us-east-1}
   */
  public record ObjectStoreKeys(String accessKey, String secretKey) {
    @Override
    public String toString() {
      return "ObjectStoreKeys[" + accessKey + "]";
    }
  }
}
