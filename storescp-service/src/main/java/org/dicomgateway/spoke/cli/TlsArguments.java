package org.dicomgateway.spoke.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dicomgateway.tls.TlsSettings;
import org.dicomgateway.tls.TlsSettings.OwnCertificate;
import org.dicomgateway.tls.TlsSettings.PeerName;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whether and how a connection to a peer is secured. */
final class TlsArguments {
  @Option(names = "--tls", description = "Over TLS 1.2 or 1.3 (BCP 195).")
  private boolean wanted;

  @Option(
      names = "--tls-authorities",
      paramLabel = "PEM",
      description = "Who else may have signed the peer's certificate, beside Java's authorities.")
  private Path authorities;

  @ArgGroup(exclusive = false)
  private Own own;

  @Option(
      names = "--tls-any-name",
      description = "The peer's certificate need not name the host that is called.")
  private boolean anyName;

  private static final class Own {
    @Option(
        names = "--tls-certificate",
        paramLabel = "PEM",
        required = true,
        description = "Our own certificate, for a peer that asks.")
    private Path certificate;

    @Option(
        names = "--tls-key",
        paramLabel = "PEM",
        required = true,
        description = "Its key (PKCS #8, not encrypted).")
    private Path key;
  }

  /** Empty if TLS is not wanted; whoever says how, wants it. */
  Optional<TlsSettings> settings() {
    if (!wanted && authorities == null && own == null && !anyName) {
      return Optional.empty();
    }
    return Optional.of(
        new TlsSettings(
            Optional.ofNullable(authorities),
            Optional.ofNullable(own).map(it -> new OwnCertificate(it.certificate, it.key)),
            anyName ? PeerName.NOT_CHECKED : PeerName.CHECKED));
  }
}
