package org.dicomgateway.spoke.cli.destination;

import static org.dicomgateway.spoke.cli.destination.DestinationAddCommand.line;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Whom a destination is to be, and who we are to it. */
final class AccessArguments {
  @Option(names = "--tls", description = "At a DICOM node: over TLS.")
  private boolean tls;

  @Option(
      names = "--tls-ca",
      paramLabel = "PEM",
      description = "Whom to trust beside the well-known authorities.")
  private Path authorities;

  @Option(names = "--tls-certificate", paramLabel = "PEM", description = "Ours, to be shown.")
  private Path certificate;

  @Option(names = "--tls-key", paramLabel = "PEM", description = "Its private key (PKCS #8).")
  private Path key;

  @Option(
      names = "--any-host-name",
      description = "Its certificate need not name the host: many devices' do not.")
  private boolean anyHostName;

  @Option(names = "--user", paramLabel = "NAME", description = "At a web server: who we are.")
  private String user;

  @Option(names = "--password-file", paramLabel = "FILE", description = "The user's password.")
  private Path password;

  @Option(
      names = "--bearer-file",
      paramLabel = "FILE",
      description = "At a web server or a hub: our token.")
  private Path bearer;

  /** As a destination's lines, of a node or a web server. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (user != null || password != null) {
      lines.add("  basic:");
      line(lines, "  user", user);
      line(lines, "  password-file", password);
    }
    if (bearer != null) {
      lines.add("  bearer:");
      line(lines, "  token-file", bearer);
    }
    List<String> trust = new ArrayList<>();
    line(trust, "  authorities", authorities);
    line(trust, "  certificate", certificate);
    line(trust, "  key", key);
    if (anyHostName) {
      trust.add("    host-names: any");
    }
    if (!trust.isEmpty()) {
      lines.add("  tls:");
      lines.addAll(trust);
    } else if (tls) {
      lines.add("  tls: yes");
    }
    return lines;
  }

  /** Likewise of a hub. */
  List<String> linesOfAHub() {
    List<String> lines = new ArrayList<>();
    line(lines, "token-file", bearer);
    line(lines, "authorities", authorities);
    return lines;
  }
}
