package org.dicomgateway.dimse.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dicomgateway.dimse.association.Requests.VERIFICATION;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.ScriptedPeer;
import org.dicomgateway.dimse.pdu.AAbort;
import org.dicomgateway.dimse.pdu.AAssociateRJ.Reason;
import org.dicomgateway.dimse.pdu.AAssociateRQ;
import org.dicomgateway.dimse.pdu.AReleaseRP;
import org.dicomgateway.dimse.pdu.AReleaseRQ;
import org.dicomgateway.dimse.pdu.RecordedPdus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AssociationRequestorTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private ServerSocket server;
  private ApplicationEntity address;

  @BeforeEach
  void listen() throws IOException {
    server = ScriptedPeer.listen();
    address = new ApplicationEntity("ARCHIVE", "127.0.0.1", server.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    threads.close();
  }

  @Test
  void proposesIsAcceptedAndReleases() throws Exception {
    Future<Association> opening = open(Timeouts.DEFAULT);
    try (ScriptedPeer peer = ScriptedPeer.acceptFrom(server)) {
      AAssociateRQ request = (AAssociateRQ) peer.read();
      assertThat(request.calledAeTitle()).isEqualTo("ARCHIVE");
      assertThat(request.callingAeTitle()).isEqualTo("ME");
      assertThat(request.presentationContexts()).containsExactly(VERIFICATION);
      peer.send(RecordedPdus.ASSOCIATE_ACCEPT_STORESCP);
      try (Association association = opening.get()) {
        assertThat(association.presentationContexts())
            .containsExactly(
                new PresentationContext(1, UID.Verification, UID.ImplicitVRLittleEndian));
        Future<?> release = threads.submit(() -> released(association));
        assertThat(peer.read()).isEqualTo(new AReleaseRQ());
        peer.send(new AReleaseRP());
        release.get();
        assertThat(peer.seesTheEnd()).isTrue();
      }
    }
  }

  @Test
  void agreesFirstWhenReleasesCollide() throws Exception {
    Future<Association> opening = open(Timeouts.DEFAULT);
    try (ScriptedPeer peer = ScriptedPeer.acceptFrom(server)) {
      peer.read();
      peer.send(RecordedPdus.ASSOCIATE_ACCEPT_STORESCP);
      try (Association association = opening.get()) {
        Future<?> release = threads.submit(() -> released(association));
        assertThat(peer.read()).isEqualTo(new AReleaseRQ());
        peer.send(new AReleaseRQ());
        assertThat(peer.read()).isEqualTo(new AReleaseRP());
        peer.send(new AReleaseRP());
        release.get();
      }
    }
  }

  @Test
  void saysWhyItWasRejected() throws Exception {
    Future<Association> opening = open(Timeouts.DEFAULT);
    try (ScriptedPeer peer = ScriptedPeer.acceptFrom(server)) {
      peer.read();
      peer.send(Reason.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu());
      assertThatThrownBy(opening::get)
          .hasCauseInstanceOf(AssociationRejectedException.class)
          .hasMessageContaining("called AE title not recognized (permanent)");
    }
  }

  @Test
  void saysThatThePeerAborted() throws Exception {
    Future<Association> opening = open(Timeouts.DEFAULT);
    try (ScriptedPeer peer = ScriptedPeer.acceptFrom(server)) {
      peer.read();
      peer.send(AAbort.byProvider(AAbort.Reason.UNRECOGNIZED_PDU_PARAMETER));
      assertThatThrownBy(opening::get)
          .hasMessageContaining("SERVICE_PROVIDER, UNRECOGNIZED_PDU_PARAMETER");
    }
  }

  @Test
  void givesUpOnAPeerThatDoesNotAnswer() throws Exception {
    Duration second = Duration.ofMillis(100);
    Future<Association> opening = open(new Timeouts(second, second, second));
    try (ScriptedPeer peer = ScriptedPeer.acceptFrom(server)) {
      peer.read();
      assertThat(peer.read()).isEqualTo(AAbort.BY_USER);
      assertThatThrownBy(opening::get).hasMessageContaining("silent for too long");
    }
  }

  @Test
  void saysWhomItCannotConnectTo() throws IOException {
    server.close();
    AssociationRequestor requestor = new AssociationRequestor("ME", Timeouts.DEFAULT);
    assertThatThrownBy(() -> requestor.open(address, List.of(VERIFICATION)))
        .isInstanceOf(AssociationException.class)
        .hasMessageContaining("cannot connect to " + address);
  }

  private Future<Association> open(Timeouts timeouts) {
    AssociationRequestor requestor = new AssociationRequestor("ME", timeouts);
    return threads.submit(() -> requestor.open(address, List.of(VERIFICATION)));
  }

  private static Void released(Association association) throws AssociationException {
    association.release();
    return null;
  }
}
