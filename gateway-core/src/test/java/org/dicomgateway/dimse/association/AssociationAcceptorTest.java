package org.dicomgateway.dimse.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomgateway.dimse.association.Requests.VERIFICATION;
import static org.dicomgateway.dimse.association.Requests.calling;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dicomgateway.dimse.ScriptedPeer;
import org.dicomgateway.dimse.pdu.AAbort;
import org.dicomgateway.dimse.pdu.AAssociateAC;
import org.dicomgateway.dimse.pdu.AAssociateRJ.Reason;
import org.dicomgateway.dimse.pdu.AReleaseRP;
import org.dicomgateway.dimse.pdu.AReleaseRQ;
import org.dicomgateway.dimse.pdu.PDataTF;
import org.dicomgateway.dimse.pdu.PduWriter;
import org.dicomgateway.dimse.pdu.PresentationDataValue;
import org.dicomgateway.dimse.pdu.PresentationDataValue.Content;
import org.dicomgateway.dimse.pdu.RecordedPdus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AssociationAcceptorTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final PDataTF DATA =
      new PDataTF(
          List.of(new PresentationDataValue(1, Content.COMMAND, true, ByteBuffer.allocate(8))));

  /** What handlers saw: data, or why the association ended. */
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  private final AssociationHandler recording =
      association -> {
        try {
          while (association.receiveMessage().isPresent()) {
            seen.add("data");
          }
          seen.add("released");
        } catch (AssociationException e) {
          seen.add(e.getMessage());
          throw e;
        }
      };

  @Test
  void acceptsReceivesAndReleases() throws Exception {
    try (AssociationAcceptor acceptor = start(options());
        ScriptedPeer peer = associated(acceptor)) {
      peer.send(DATA).send(new AReleaseRQ());
      assertThat(peer.read()).isEqualTo(new AReleaseRP());
      assertThat(next()).isEqualTo("data");
      assertThat(next()).isEqualTo("released");
    }
  }

  @Test
  void readsARequestThatComesByteByByte() throws Exception {
    try (AssociationAcceptor acceptor = start(options());
        ScriptedPeer peer = ScriptedPeer.connectTo(acceptor.address())) {
      peer.sendByteByByte(PduWriter.encode(calling("SPOKE", VERIFICATION)));
      assertThat(peer.read()).isInstanceOf(AAssociateAC.class);
    }
  }

  @Test
  void rejectsAndThenWaitsForThePeerToClose() throws Exception {
    try (AssociationAcceptor acceptor = start(options());
        ScriptedPeer peer = ScriptedPeer.connectTo(acceptor.address())) {
      peer.send(calling("OTHER", VERIFICATION));
      assertThat(peer.read()).isEqualTo(Reason.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu());
      peer.send(calling("SPOKE", VERIFICATION));
      assertThat(peer.read()).isInstanceOf(AAbort.class);
    }
  }

  @Test
  void rejectsMoreAssociationsThanItHasPlacesForAndTakesThemLater() throws Exception {
    try (AssociationAcceptor acceptor = start(options().withMaximumAssociations(1))) {
      try (ScriptedPeer first = associated(acceptor);
          ScriptedPeer second = ScriptedPeer.connectTo(acceptor.address())) {
        second.send(calling("SPOKE", VERIFICATION));
        assertThat(second.read()).isEqualTo(Reason.LOCAL_LIMIT_EXCEEDED.pdu());
        first.send(new AReleaseRQ());
        assertThat(first.read()).isEqualTo(new AReleaseRP());
      }
      assertThat(answerOnceThereIsRoom(acceptor)).isInstanceOf(AAssociateAC.class);
    }
  }

  @Test
  void abortsAStrangersProtocolAndServesOn() throws Exception {
    try (AssociationAcceptor acceptor = start(options())) {
      try (ScriptedPeer stranger = ScriptedPeer.connectTo(acceptor.address())) {
        stranger.send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(stranger.read()).isInstanceOf(AAbort.class);
      }
      associated(acceptor).close();
    }
  }

  @Test
  void abortsWhatComesOutOfTurn() throws Exception {
    try (AssociationAcceptor acceptor = start(options());
        ScriptedPeer peer = associated(acceptor)) {
      peer.send(RecordedPdus.ASSOCIATE_ACCEPT_STORESCP);
      assertThat(peer.read()).isEqualTo(AAbort.byProvider(AAbort.Reason.UNEXPECTED_PDU));
      assertThat(next()).contains("broke the protocol");
    }
  }

  @Test
  void abortsAHostileLengthWithTheReason() throws Exception {
    try (AssociationAcceptor acceptor = start(options());
        ScriptedPeer peer = associated(acceptor)) {
      peer.send(new byte[] {4, 0, 127, -1, -1, -1});
      assertThat(peer.read()).isEqualTo(AAbort.byProvider(AAbort.Reason.INVALID_PDU_PARAMETER));
      assertThat(next()).contains("claims 2147483647 bytes");
    }
  }

  @Test
  void tellsTheHandlerThatThePeerAborted() throws Exception {
    try (AssociationAcceptor acceptor = start(options());
        ScriptedPeer peer = associated(acceptor)) {
      peer.send(RecordedPdus.ABORT_DCMSEND);
      assertThat(next()).contains("aborted by the peer");
      assertThat(peer.seesTheEnd()).isTrue();
    }
  }

  @Test
  void tellsTheHandlerOfAConnectionCutWithinAUnitAndServesOn() throws Exception {
    try (AssociationAcceptor acceptor = start(options())) {
      try (ScriptedPeer peer = associated(acceptor)) {
        peer.sendCutShort(RecordedPdus.ECHO_REQUEST_ECHOSCU, 40);
      }
      assertThat(next()).contains("connection lost", "within a PDU");
      associated(acceptor).close();
    }
  }

  @Test
  void closesAConnectionThatNeverSpeaks() throws Exception {
    try (AssociationAcceptor acceptor = start(options().withTimeouts(timeouts(SHORT, SHORT)));
        ScriptedPeer peer = ScriptedPeer.connectTo(acceptor.address())) {
      assertThat(peer.seesTheEnd()).isTrue();
    }
  }

  @Test
  void abortsAnAssociationThatFallsSilent() throws Exception {
    try (AssociationAcceptor acceptor =
            start(options().withTimeouts(timeouts(Duration.ofMinutes(1), SHORT)));
        ScriptedPeer peer = associated(acceptor)) {
      assertThat(peer.read()).isEqualTo(AAbort.BY_USER);
      assertThat(next()).contains("silent for too long");
    }
  }

  @Test
  void agreesToAReleaseThatCollidesWithItsOwn() throws Exception {
    AssociationHandler releasing =
        association -> {
          association.release();
          seen.add("released");
        };
    try (AssociationAcceptor acceptor = AssociationAcceptor.start(options(), releasing);
        ScriptedPeer peer = associated(acceptor)) {
      assertThat(peer.read()).isEqualTo(new AReleaseRQ());
      peer.send(new AReleaseRQ()).send(new AReleaseRP());
      assertThat(peer.read()).isEqualTo(new AReleaseRP());
      assertThat(next()).isEqualTo("released");
    }
  }

  @Test
  void dropsDataThatComeAfterItAskedForRelease() throws Exception {
    AssociationHandler releasing =
        association -> {
          association.release();
          seen.add("released");
        };
    try (AssociationAcceptor acceptor = AssociationAcceptor.start(options(), releasing);
        ScriptedPeer peer = associated(acceptor)) {
      assertThat(peer.read()).isEqualTo(new AReleaseRQ());
      peer.send(DATA).send(new AReleaseRP());
      assertThat(next()).isEqualTo("released");
      assertThat(peer.seesTheEnd()).isTrue();
    }
  }

  @Test
  void endsIdleAssociationsWhenItStops() throws Exception {
    AssociationAcceptor acceptor = start(options());
    try (ScriptedPeer peer = associated(acceptor)) {
      peer.send(DATA);
      assertThat(next()).isEqualTo("data");
      acceptor.close();
      assertThat(peer.read()).isEqualTo(AAbort.BY_USER);
      assertThat(acceptor.openAssociations()).isZero();
    }
  }

  @Test
  void endsABusyAssociationWhenItsMessageIsDone() throws Exception {
    CountDownLatch stopping = new CountDownLatch(1);
    AssociationHandler slow =
        association -> {
          association.receiveMessage();
          seen.add("begun");
          await(stopping);
          seen.add("done");
          association.receiveMessage();
        };
    AssociationAcceptor acceptor = AssociationAcceptor.start(options(), slow);
    try (ScriptedPeer peer = associated(acceptor)) {
      peer.send(DATA);
      assertThat(next()).isEqualTo("begun");
      Thread stop = Thread.ofVirtual().start(acceptor::close);
      stopping.countDown();
      assertThat(next()).isEqualTo("done");
      stop.join();
      assertThat(peer.read()).isEqualTo(AAbort.BY_USER);
    }
  }

  @Test
  void survivesAHandlerThatFails() throws Exception {
    AssociationHandler broken =
        _ -> {
          throw new IllegalStateException("a fault in a handler");
        };
    try (AssociationAcceptor acceptor = AssociationAcceptor.start(options(), broken)) {
      try (ScriptedPeer peer = associated(acceptor)) {
        assertThat(peer.seesTheEnd()).isTrue();
      }
      associated(acceptor).close();
    }
  }

  private AssociationAcceptor start(AcceptorOptions options) throws IOException {
    return AssociationAcceptor.start(options, recording);
  }

  private static AcceptorOptions options() {
    return AcceptorOptions.of(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        AcceptancePolicy.storage("SPOKE"));
  }

  private static Timeouts timeouts(Duration artim, Duration idle) {
    return new Timeouts(Duration.ofSeconds(5), artim, idle);
  }

  private static ScriptedPeer associated(AssociationAcceptor acceptor) throws IOException {
    ScriptedPeer peer = ScriptedPeer.connectTo(acceptor.address());
    peer.send(calling("SPOKE", VERIFICATION));
    assertThat(peer.read()).isInstanceOf(AAssociateAC.class);
    return peer;
  }

  /** A place is free a moment after its association has ended. */
  private static Object answerOnceThereIsRoom(AssociationAcceptor acceptor) throws IOException {
    while (true) {
      try (ScriptedPeer peer = ScriptedPeer.connectTo(acceptor.address())) {
        peer.send(calling("SPOKE", VERIFICATION));
        Object answer = peer.read();
        if (!answer.equals(Reason.LOCAL_LIMIT_EXCEEDED.pdu())) {
          return answer;
        }
      }
    }
  }

  private String next() throws InterruptedException {
    String next = seen.poll(30, TimeUnit.SECONDS);
    assertThat(next).as("what the handler saw").isNotNull();
    return next;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
