package org.dicomgateway.spoke.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.AssociationRejectedException;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.AAssociateRJ.Reason;
import org.dicomgateway.tls.TlsFailure;
import org.dicomgateway.tls.TlsSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Whom a command talks to, and as whom. */
final class PeerArguments {
  @Parameters(
      index = "0",
      paramLabel = "AET@host:port",
      description = "The peer, as in ARCHIVE@10.0.0.5:104.",
      converter = Peer.class)
  private ApplicationEntity peer;

  @Option(
      names = "--calling-aet",
      paramLabel = "AET",
      defaultValue = "GATEWAY",
      converter = Title.class,
      description = "Our own AE title (default: ${DEFAULT-VALUE}).")
  private String callingAeTitle;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long the peer may be silent (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Mixin private TlsArguments tls;

  ApplicationEntity peer() {
    return peer;
  }

  /**
   * @throws IOException if a file of certificates cannot be read
   */
  AssociationRequestor requestor() throws IOException {
    Duration silence = Duration.ofSeconds(Math.max(seconds, 1));
    AssociationRequestor plain =
        new AssociationRequestor(
            callingAeTitle, new Timeouts(Timeouts.DEFAULT.connect(), silence, silence));
    Optional<TlsSettings> settings = tls.settings();
    return settings.isEmpty() ? plain : plain.over(settings.get().context());
  }

  /** What whoever typed the command can do about an association that failed. */
  static String remedy(AssociationException failure) {
    Optional<TlsFailure> insecure = TlsFailure.in(failure);
    if (insecure.isPresent()) {
      return insecure.get().remedy()
          + " (--tls-ca, --tls-certificate with --tls-key, --any-host-name)";
    }
    if (!(failure instanceof AssociationRejectedException rejected)) {
      return "Is the address right, the peer running, the way open (firewall, VPN)? Does it want"
          + " TLS (--tls)?";
    }
    if (rejected.rejection().equals(Reason.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu())) {
      return "Ask for the peer's AE title, and write it before the @ as it is, capitals too.";
    }
    if (rejected.rejection().equals(Reason.CALLING_AE_TITLE_NOT_RECOGNIZED.pdu())) {
      return "Have the peer know our AE title, or name one it knows with --calling-aet.";
    }
    return rejected.rejection().isTransient()
        ? "The peer is busy; try again."
        : "Look into the peer's log.";
  }

  static ExitCode exitCode(AssociationException failure) {
    return failure instanceof AssociationRejectedException
        ? ExitCode.REFUSED
        : ExitCode.UNREACHABLE;
  }

  private static final class Peer implements ITypeConverter<ApplicationEntity> {
    @Override
    public ApplicationEntity convert(String text) {
      try {
        return ApplicationEntity.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  private static final class Title implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      try {
        return ApplicationEntity.checkTitle(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
