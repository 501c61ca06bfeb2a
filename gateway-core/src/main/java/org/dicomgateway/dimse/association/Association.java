package org.dicomgateway.dimse.association;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dicomgateway.dimse.pdu.AAssociateAC;
import org.dicomgateway.dimse.pdu.AAssociateRQ;
import org.dicomgateway.dimse.pdu.AReleaseRP;
import org.dicomgateway.dimse.pdu.AReleaseRQ;
import org.dicomgateway.dimse.pdu.MessageWriter;
import org.dicomgateway.dimse.pdu.PDataTF;
import org.dicomgateway.dimse.pdu.Pdu;
import org.dicomgateway.dimse.pdu.UserInformation;

/**
 * An established association, as its user sees it. For one thread, but for {@link #abort} and
 * {@link #endAfterMessage}, which any may call, and for the writer, which another thread may use
 * than the one that receives, one at a time.
 */
public final class Association implements AutoCloseable {
  /** Which side asked for the association. */
  public enum Role {
    REQUESTOR,
    ACCEPTOR
  }

  /** Whether the association may be ended now, after the message at hand, or has been. */
  private enum Phase {
    BUSY,
    BETWEEN_MESSAGES,
    ENDING
  }

  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.BUSY);
  private final UpperLayer layer;
  private final Connection connection;
  private final AAssociateRQ request;
  private final UserInformation peer;
  private final String remoteHost;
  private final Map<Integer, PresentationContext> contexts;
  private final int operationsWindow;
  private final MessageWriter writer;

  Association(
      Role role,
      UpperLayer layer,
      Connection connection,
      String remoteHost,
      AAssociateRQ request,
      AAssociateAC acceptance) {
    this.layer = layer;
    this.connection = connection;
    this.remoteHost = remoteHost;
    this.request = request;
    this.peer = role == Role.ACCEPTOR ? request.userInformation() : acceptance.userInformation();
    this.contexts = Negotiation.accepted(request, acceptance);
    this.operationsWindow = Negotiation.operationsWindow(request, acceptance);
    this.writer = new MessageWriter(connection.output(), peer.maximumLength());
  }

  public String callingAeTitle() {
    return request.callingAeTitle();
  }

  public String calledAeTitle() {
    return request.calledAeTitle();
  }

  /** The peer's address as text. */
  public String remoteHost() {
    return remoteHost;
  }

  /** What the peer told of itself: its implementation, and who its user is. */
  public UserInformation peer() {
    return peer;
  }

  /** Operations that the requestor may have under way at once, from 1. */
  public int operationsWindow() {
    return operationsWindow;
  }

  /** The accepted contexts in the order of their numbers. */
  public Collection<PresentationContext> presentationContexts() {
    return contexts.values();
  }

  /** An accepted context. */
  public Optional<PresentationContext> presentationContext(int id) {
    return Optional.ofNullable(contexts.get(id));
  }

  /** An accepted context for instances of a SOP class in a transfer syntax. */
  public Optional<PresentationContext> presentationContext(String sopClass, String transferSyntax) {
    return contexts.values().stream()
        .filter(context -> context.abstractSyntax().equals(sopClass))
        .filter(context -> context.transferSyntax().equals(transferSyntax))
        .findFirst();
  }

  /**
   * Waits for the next data. A peer's wish for release is granted here.
   *
   * @return empty when the peer has released the association; what is returned is good until the
   *     next call
   * @throws AssociationException when the association has ended otherwise
   */
  public Optional<PDataTF> receive() throws AssociationException {
    Pdu pdu = layer.next();
    if (pdu instanceof PDataTF data) {
      return Optional.of(data);
    }
    layer.request(AssociationEvent.RELEASE_RESPONSE, null);
    return Optional.empty();
  }

  /**
   * As {@link #receive}, where a message may begin and the association may be ended without harm.
   */
  public Optional<PDataTF> receiveMessage() throws AssociationException {
    if (!phase.compareAndSet(Phase.BUSY, Phase.BETWEEN_MESSAGES)) {
      abort();
      throw new AssociationException("ended by us between two messages");
    }
    Optional<PDataTF> data = receive();
    phase.compareAndSet(Phase.BETWEEN_MESSAGES, Phase.BUSY);
    return data;
  }

  /** Ends the association as soon as no message is under way; for any thread. */
  void endAfterMessage() {
    if (phase.getAndSet(Phase.ENDING) == Phase.BETWEEN_MESSAGES) {
      abort();
    }
  }

  /** The writer of this association's messages. */
  public MessageWriter writer() throws AssociationException {
    layer.request(AssociationEvent.P_DATA_REQUEST, null);
    return writer;
  }

  /** Ends the association in good order; what data still come are dropped. */
  public void release() throws AssociationException {
    layer.request(AssociationEvent.RELEASE_REQUEST, null);
    while (layer.state() != AssociationState.IDLE) {
      switch (layer.next()) {
        case AReleaseRQ _ -> agreeInCollision();
        case AReleaseRP _ -> agreeInCollision();
        default -> {} // data that were under way
      }
      if (layer.state() == AssociationState.AWAITING_CLOSE) {
        return;
      }
    }
  }

  /** Both sides asked for release (PS3.8 §7.2.2.2): the requestor agrees first. */
  private void agreeInCollision() throws AssociationException {
    switch (layer.state()) {
      case COLLISION_REQUESTOR_AWAITING_LOCAL_RESPONSE,
          COLLISION_ACCEPTOR_AWAITING_LOCAL_RESPONSE ->
          layer.request(AssociationEvent.RELEASE_RESPONSE, null);
      default -> {}
    }
  }

  /** Ends the association at once; for any thread. */
  public void abort() {
    connection.abort();
  }

  /** Waits, as far as ARTIM allows, for the peer to close, if all is said; else just closes. */
  @Override
  public void close() {
    layer.close();
  }
}
