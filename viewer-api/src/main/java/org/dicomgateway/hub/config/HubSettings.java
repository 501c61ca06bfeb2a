package org.dicomgateway.hub.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.hub.index.Database;
import org.dicomgateway.storage.S3Location;

/**
 * What {@code hub serve} was told.
 *
 * @param data the hub's folder
 * @param port 0 takes a free one
 * @param bind address to listen at
 * @param tls empty: HTTP, for a proxy in front or on this machine alone
 * @param objectStore where packs lie; empty: {@code objects} in the folder
 * @param objectStoreKeys of an S3 server; empty if the URL has them
 * @param database where the index is; empty: {@code index.db} in the folder
 * @param databaseLogin empty if the database's URL has it
 */
public record HubSettings(
    Path data,
    int port,
    String bind,
    Optional<Tls> tls,
    Optional<String> objectStore,
    Optional<S3Location.Keys> objectStoreKeys,
    Optional<String> database,
    Optional<Database.Login> databaseLogin) {

  /**
   * What HTTPS is served with.
   *
   * @param certificate PEM file, the certificate first, then those that lead to its issuer
   * @param key PEM file of its private key, without a password
   */
  public record Tls(Path certificate, Path key) {}

  /** Reachable from this machine only. */
  public static final String LOOPBACK = "127.0.0.1";

  /** What a settings file may hold: the flags, and what is too secret for one. */
  public static final List<String> KEYS =
      List.of(
          "data",
          "port",
          "bind",
          "tls-certificate",
          "tls-key",
          "object-store",
          "object-store-access-key",
          "object-store-secret-key",
          "database",
          "database-user",
          "database-password");
}
