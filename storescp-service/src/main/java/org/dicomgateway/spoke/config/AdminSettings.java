package org.dicomgateway.spoke.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where and to whom the admin API answers.
 *
 * @param names that the address has, besides localhost
 * @param tokenFile that holds the token which has to be shown; empty: one of the spoke's own has to
 *     be, unless only this machine can ask
 * @param tls empty: HTTP
 */
public record AdminSettings(
    InetSocketAddress address, Set<String> names, Optional<Path> tokenFile, Optional<Tls> tls) {

  /**
   * What HTTPS is served with.
   *
   * @param certificate PEM file, the certificate first, then those that lead to its issuer
   * @param key PEM file of its private key, without a password
   */
  public record Tls(Path certificate, Path key) {}

  boolean asksForToken() {
    return tokenFile.isPresent() || !address.getAddress().isLoopbackAddress();
  }

  String scheme() {
    return tls.isPresent() ? "https" : "http";
  }
}
