package org.dicomgateway.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.dicomgateway.tls.TlsSettings;
import org.dicomgateway.tls.TlsSettings.OwnCertificate;
import org.dicomgateway.tls.TlsSettings.PeerName;

/** A certificate that signs itself, made by openssl. */
public record TestCertificate(Path certificate, Path key) {
  /** For this machine. */
  public static TestCertificate make(Path folder, String name) {
    return make(folder, name, "DNS:localhost,IP:127.0.0.1");
  }

  /**
   * @param names as {@code DNS:archive.example}
   */
  public static TestCertificate make(Path folder, String name, String names) {
    TestCertificate made =
        new TestCertificate(folder.resolve(name + ".pem"), folder.resolve(name + ".key"));
    List<String> command = new ArrayList<>();
    command.addAll(List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes"));
    command.addAll(List.of("-days", "2", "-subj", "/CN=" + name));
    command.addAll(List.of("-addext", "subjectAltName=" + names));
    command.addAll(List.of("-keyout", made.key.toString(), "-out", made.certificate.toString()));
    try {
      Files.createDirectories(folder);
      Process openssl = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(openssl.getInputStream().readAllBytes());
      if (openssl.waitFor() != 0) {
        throw new AssertionError("openssl: " + said);
      }
      return made;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A client that trusts this one alone and shows none. */
  public TlsSettings trusted() {
    return new TlsSettings(Optional.of(certificate), Optional.empty(), PeerName.CHECKED);
  }

  /** A client that trusts another and shows this one. */
  public TlsSettings trusting(TestCertificate peer) {
    return new TlsSettings(
        Optional.of(peer.certificate),
        Optional.of(new OwnCertificate(certificate, key)),
        PeerName.CHECKED);
  }

  /** For a server with this certificate that trusts some clients, as a client would servers. */
  public SSLContext serving(TestCertificate clients) {
    try {
      return trusting(clients).context();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
