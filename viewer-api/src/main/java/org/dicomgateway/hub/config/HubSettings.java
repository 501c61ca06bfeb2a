package org.dicomgateway.hub.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
 * @param tokenFile that holds the token which the admin API asks for; empty: one of the hub's own
 *     has to be shown, unless only this machine can ask
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
    Optional<Path> tokenFile,
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

  /**
   * The address of {@link #bind}.
   *
   * @throws IOException if it is none of this or any machine
   */
  public InetAddress bindAddress() throws IOException {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new IOException(
          "cannot listen on '%s': no such address; --bind takes one of this machine, or 0.0.0.0 for all"
              .formatted(bind),
          e);
    }
  }

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
          "admin-token-file",
          "object-store",
          "object-store-access-key",
          "object-store-secret-key",
          "database",
          "database-user",
          "database-password");
}
