package org.dicomgateway.dimse.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import org.dicomgateway.dimse.service.Completion;
import org.dicomgateway.dimse.service.ServiceClassProvider;
import org.dicomgateway.dimse.service.ServiceClassUser;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.testdata.TestCertificate;
import org.dicomgateway.testdata.TlsFront;
import org.dicomgateway.testdata.TlsFront.Clients;
import org.dicomgateway.tls.TlsFailure;
import org.dicomgateway.tls.TlsSettings;
import org.dicomgateway.tls.TlsSettings.OwnCertificate;
import org.dicomgateway.tls.TlsSettings.PeerName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Associations over TLS, against a peer that speaks the JDK's. */
@Timeout(60)
class SecureAssociationTest {
  @TempDir static Path folder;
  private static TestCertificate archive;
  private static TestCertificate spoke;
  private static TestCertificate elsewhere;

  private AssociationAcceptor peer;
  private TlsFront front;

  @BeforeAll
  static void certify() {
    archive = TestCertificate.make(folder, "archive");
    spoke = TestCertificate.make(folder, "spoke");
    elsewhere = TestCertificate.make(folder, "elsewhere", "DNS:archive.example");
  }

  @BeforeEach
  void listen() throws IOException {
    peer =
        AssociationAcceptor.start(
            AcceptorOptions.of(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                AcceptancePolicy.storage("ARCHIVE")),
            new ServiceClassProvider((_, _) -> Completion.DONE));
  }

  @AfterEach
  void stop() throws IOException {
    if (front != null) {
      front.close();
    }
    peer.close();
  }

  @Test
  void echoesAndReleasesOverTls13AndTls12() throws IOException {
    for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
      offer(
          protocol,
          protocol.equals("TLSv1.3")
              ? "TLS_AES_256_GCM_SHA384"
              : "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
      echo(archive.trusted());
      front.close();
    }
  }

  @Test
  void showsItsCertificateToPeersThatAsk() throws IOException {
    front = TlsFront.start(archive.serving(spoke), Clients.KNOWN, peer.address().getPort());
    echo(spoke.trusting(archive));
    for (TlsSettings unwelcome : List.of(archive.trusted(), elsewhere.trusting(archive))) {
      // Its alert may be lost: it closes while we already speak.
      assertThat(failure(unwelcome))
          .satisfiesAnyOf(
              told -> assertThat(told.reason()).contains("does not accept our certificate"),
              lost -> assertThat(lost.remedy()).contains("does it want a certificate of ours"));
    }
  }

  @Test
  void trustsNobodyElse() throws IOException {
    front = TlsFront.start(archive.serving(spoke), Clients.ANY, peer.address().getPort());
    TlsFailure failure = failure(spoke.trusted());
    assertThat(failure.reason()).isEqualTo("nobody we trust has signed the peer's certificate");
    assertThat(failure.remedy()).contains("PEM file of its authority");
    assertThat(failure(TlsSettings.DEFAULT).reason()).isEqualTo(failure.reason());
  }

  @Test
  void wantsThePeersNameUnlessToldNotTo() throws IOException {
    front = TlsFront.start(elsewhere.serving(spoke), Clients.ANY, peer.address().getPort());
    assertThat(failure(elsewhere.trusted()).reason()).contains("for another name");
    echo(
        new TlsSettings(
            Optional.of(elsewhere.certificate()), Optional.empty(), PeerName.NOT_CHECKED));
    TlsSettings stranger =
        new TlsSettings(Optional.of(spoke.certificate()), Optional.empty(), PeerName.NOT_CHECKED);
    assertThat(failure(stranger).reason()).contains("nobody we trust");
  }

  @Test
  void agreesOnNothingWeakerThanItsProfile() throws IOException {
    offer("TLSv1.2", "TLS_DHE_RSA_WITH_AES_128_CBC_SHA");
    assertThat(failure(archive.trusted()).reason()).contains("no protocol and cipher suite");
  }

  @Test
  void saysThatThePeerSpeaksNoTls() {
    TlsFailure failure = failure(archive.trusted(), peer.address().getPort());
    assertThat(failure.remedy()).contains("TLS");
  }

  @Test
  void saysWhichFileCannotBeUsed() throws IOException {
    Path none = folder.resolve("none.pem");
    assertThatThrownBy(
            () -> new TlsSettings(Optional.of(none), Optional.empty(), PeerName.CHECKED).context())
        .hasMessage("there is no file " + none);
    Path old =
        Files.writeString(
            folder.resolve("old.key"),
            "-----BEGIN RSA PRIVATE KEY-----\nMII=\n-----END RSA PRIVATE KEY-----\n");
    assertThatThrownBy(() -> own(spoke.certificate(), old).context())
        .hasMessageContaining("openssl pkcs8");
    assertThatThrownBy(() -> own(spoke.certificate(), spoke.certificate()).context())
        .hasMessageContaining("has no private key");
    assertThatThrownBy(() -> own(spoke.key(), spoke.key()).context())
        .hasMessageContaining("has no certificate");
  }

  private void offer(String protocol, String cipherSuite) throws IOException {
    SSLParameters offered = new SSLParameters(new String[] {cipherSuite}, new String[] {protocol});
    front = TlsFront.start(archive.serving(spoke), Clients.ANY, peer.address().getPort(), offered);
  }

  private static TlsSettings own(Path certificate, Path key) {
    return new TlsSettings(
        Optional.empty(), Optional.of(new OwnCertificate(certificate, key)), PeerName.CHECKED);
  }

  private void echo(TlsSettings settings) throws IOException {
    try (Association association = open(settings, front.port())) {
      assertThat(new ServiceClassUser(association).echo().status()).isEqualTo(Status.SUCCESS);
      association.release();
    }
  }

  private TlsFailure failure(TlsSettings settings) {
    return failure(settings, front.port());
  }

  private TlsFailure failure(TlsSettings settings, int port) {
    try (Association association = open(settings, port)) {
      throw new AssertionError("accepted by " + association.remoteHost());
    } catch (IOException e) {
      return TlsFailure.in(e).orElseThrow(() -> new AssertionError(e));
    }
  }

  private static Association open(TlsSettings settings, int port) throws IOException {
    Duration patience = Duration.ofSeconds(5);
    return new AssociationRequestor("SPOKE", new Timeouts(patience, patience, patience))
        .over(settings.context())
        .open(new ApplicationEntity("ARCHIVE", "localhost", port), List.of(Requests.VERIFICATION));
  }
}
