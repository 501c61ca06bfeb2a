package org.dicomgateway.dimse.association;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.dicomgateway.dimse.association.Association.Role;
import org.dicomgateway.dimse.association.AssociationState.Transition;
import org.dicomgateway.dimse.pdu.AAbort;
import org.dicomgateway.dimse.pdu.AReleaseRP;
import org.dicomgateway.dimse.pdu.AReleaseRQ;
import org.dicomgateway.dimse.pdu.Pdu;
import org.dicomgateway.dimse.pdu.PduException;

/**
 * Runs the state table over one connection: every unit that comes and every wish of the user is an
 * event, looked up and acted on. For one thread that waits, and any that has a wish.
 */
final class UpperLayer {
  /** States that the ARTIM timer ends; in others a silent peer makes the user abort. */
  private static final Set<AssociationState> TIMED_BY_ARTIM =
      EnumSet.of(AssociationState.AWAITING_ASSOCIATE_REQUEST, AssociationState.AWAITING_CLOSE);

  private final Connection connection;
  private final Role role;
  private final Timeouts timeouts;
  private volatile AssociationState state = AssociationState.IDLE;
  private long artimStart;

  UpperLayer(Connection connection, Role role, Timeouts timeouts) throws IOException {
    this.connection = connection;
    this.role = role;
    this.timeouts = timeouts;
    if (role == Role.REQUESTOR) {
      on(AssociationEvent.ASSOCIATE_REQUEST, null);
    } else {
      on(AssociationEvent.TRANSPORT_INDICATION, null);
    }
  }

  AssociationState state() {
    return state;
  }

  /**
   * A wish of the user.
   *
   * @param pdu what is to be sent, where the event does not tell
   */
  void request(AssociationEvent event, Pdu pdu) throws AssociationException {
    requireAlive();
    if (state == AssociationState.AWAITING_CLOSE) {
      throw new AssociationException("association has ended");
    }
    on(event, pdu);
  }

  /**
   * Waits for a unit that is for the user.
   *
   * @throws AssociationException when the association ends otherwise
   */
  Pdu next() throws AssociationException {
    while (true) {
      requireAlive();
      Pdu pdu = null;
      AssociationEvent event;
      try {
        pdu = connection.read(patience());
        event = AssociationEvent.received(pdu);
      } catch (PduException e) {
        throw invalid(e);
      } catch (SocketTimeoutException e) {
        throw silence();
      } catch (IOException e) {
        on(AssociationEvent.TRANSPORT_CLOSED, null);
        throw new AssociationException("connection lost: " + e.getMessage(), e);
      }
      if (on(event, pdu)) {
        return pdu;
      }
    }
  }

  private AssociationException invalid(PduException cause) {
    String message = "peer sent no valid PDU: " + cause.getMessage();
    try {
      on(AssociationEvent.INVALID_PDU_RECEIVED, AAbort.byProvider(cause.reason()));
    } catch (AssociationException e) {
      return new AssociationException(message, e);
    }
    return new AssociationException(message, cause);
  }

  private void requireAlive() throws AssociationException {
    if (state == AssociationState.IDLE) {
      throw new AssociationException("association has ended");
    }
  }

  /** Waits until the peer closes or ARTIM expires, if all is said; else closes. */
  void close() {
    try {
      while (state == AssociationState.AWAITING_CLOSE) {
        next();
      }
    } catch (AssociationException e) {
      // However it ends, it ends.
    } finally {
      connection.close();
      state = AssociationState.IDLE;
    }
  }

  private Duration patience() {
    if (TIMED_BY_ARTIM.contains(state)) {
      return timeouts.artim().minusNanos(System.nanoTime() - artimStart);
    }
    return state == AssociationState.ESTABLISHED ? timeouts.idle() : timeouts.artim();
  }

  private AssociationException silence() throws AssociationException {
    AssociationState before = state;
    if (TIMED_BY_ARTIM.contains(state)) {
      on(AssociationEvent.ARTIM_EXPIRED, null);
    } else {
      on(AssociationEvent.ABORT_REQUEST, AAbort.BY_USER);
    }
    return new AssociationException("peer was silent for too long (" + before + ")");
  }

  /** Looks the event up and acts; returns whether the unit is for the user. */
  private synchronized boolean on(AssociationEvent event, Pdu pdu) throws AssociationException {
    Transition transition = state.on(event);
    state = transition.next();
    switch (transition.action()) {
      case START_ARTIM -> startArtim();
      case SEND_ASSOCIATE_RQ, SEND_ASSOCIATE_AC -> connection.write(pdu);
      case SEND_RELEASE_RQ -> connection.write(new AReleaseRQ());
      case SEND_RELEASE_RP -> connection.write(new AReleaseRP());
      case SEND_ASSOCIATE_RJ -> sendAndAwaitClose(pdu);
      case SEND_RELEASE_RP_AND_START_ARTIM -> sendAndAwaitClose(new AReleaseRP());
      case SEND_USER_ABORT -> sendAndAwaitClose(AAbort.BY_USER);
      case SEND_ABORT_AGAIN -> connection.write(providerAbort(pdu));
      case SEND_PROVIDER_ABORT -> {
        sendAndAwaitClose(providerAbort(pdu));
        throw new AssociationException("peer broke the protocol: " + event);
      }
      case INDICATE_ABORT_AND_CLOSE -> {
        connection.close();
        throw new AssociationException("aborted by the peer: " + describe(pdu));
      }
      case CLOSE -> connection.close();
      case CONFIRM_REJECTION_AND_CLOSE, CONFIRM_RELEASE_AND_CLOSE -> {
        connection.close();
        return true;
      }
      case INDICATE_RELEASE_COLLISION -> {
        state = AssociationState.afterCollision(role);
        return true;
      }
      case CONFIRM_ACCEPTANCE,
          INDICATE_ASSOCIATE,
          INDICATE_P_DATA,
          INDICATE_P_DATA_WHILE_RELEASING,
          INDICATE_RELEASE,
          CONFIRM_RELEASE -> {
        return true;
      }
      case CONNECT,
          SEND_P_DATA,
          SEND_P_DATA_WHILE_RELEASING,
          IGNORE,
          STOP_ARTIM,
          FORGET,
          INDICATE_CONNECTION_LOST -> {
        // Done by the caller, or nothing to do but to be in the next state.
      }
    }
    return false;
  }

  private void sendAndAwaitClose(Pdu last) throws AssociationException {
    startArtim();
    connection.write(last);
  }

  private void startArtim() {
    artimStart = System.nanoTime();
  }

  private static AAbort providerAbort(Pdu pdu) {
    return pdu instanceof AAbort abort ? abort : AAbort.byProvider(AAbort.Reason.UNEXPECTED_PDU);
  }

  private static String describe(Pdu pdu) {
    return pdu instanceof AAbort(AAbort.Source source, AAbort.Reason reason)
        ? source + ", " + reason
        : "";
  }
}
