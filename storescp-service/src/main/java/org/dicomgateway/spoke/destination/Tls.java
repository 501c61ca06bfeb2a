package org.dicomgateway.spoke.destination;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whom to trust over TLS, and who we are.
 *
 * @param authorities PEM file of certificates to trust beside those of the Java runtime
 * @param identity empty: we show no certificate
 */
public record Tls(Optional<Path> authorities, Optional<Identity> identity, HostNames hostNames) {
  /** The Java runtime's authorities, and no certificate of ours. */
  public static final Tls DEFAULT = new Tls(Optional.empty(), Optional.empty(), HostNames.CHECKED);

  /**
   * A certificate of ours.
   *
   * @param certificate PEM file, ours first and then those that vouch for it
   * @param key PEM file of its private key (PKCS #8), not encrypted
   */
  public record Identity(Path certificate, Path key) {}

  /** Whether the name we call the peer by must stand in its certificate. */
  public enum HostNames {
    CHECKED,
    /**
     * Many DICOM devices have certificates without names; then only whom they are signed by counts.
     */
    ANY
  }
}
