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
      names = "--tls-ca",
      paramLabel = "PEM",
      description = "Whom to trust beside the well-known authorities.")
  private Path authorities;

  @ArgGroup(exclusive = false)
  private Own own;

  @Option(
      names = "--any-host-name",
      description = "Its certificate need not name the host: many devices' do not.")
  private boolean anyName;

  private static final class Own {
    @Option(
        names = "--tls-certificate",
        paramLabel = "PEM",
        required = true,
        description = "Ours, to be shown.")
    private Path certificate;

    @Option(
        names = "--tls-key",
        paramLabel = "PEM",
        required = true,
        description = "Its private key (PKCS #8).")
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
