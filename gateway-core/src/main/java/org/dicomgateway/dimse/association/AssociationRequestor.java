package org.dicomgateway.dimse.association;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.dicomgateway.dimse.pdu.AAssociateAC;
import org.dicomgateway.dimse.pdu.AAssociateRJ;
import org.dicomgateway.dimse.pdu.AAssociateRQ;
import org.dicomgateway.dimse.pdu.Pdu;
import org.dicomgateway.dimse.pdu.PduException;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.pdu.UserInformation;
import org.dicomgateway.dimse.pdu.UserItem;
import org.dicomgateway.tls.TlsFailure;
import org.dicomgateway.tls.TlsProfile;

/**
 * Asks peers for associations. Immutable and thread-safe.
 *
 * @param callingAeTitle our own
 * @param operationsWindow operations we should like to have under way at once, from 1; 1 asks for
 *     nothing. Most peers allow no more than 1 all the same
 * @param tls secures the connections, and trusts the peers it has to; empty: they are not secured
 */
public record AssociationRequestor(
    String callingAeTitle, Timeouts timeouts, int operationsWindow, Optional<SSLContext> tls) {
  /** As many as our own acceptor allows. */
  public static final int OPERATIONS_WINDOW = AcceptancePolicy.OPERATIONS_WINDOW;

  /** What peers send us as an SCU is short. */
  private static final int MAXIMUM_LENGTH = 16 << 10;

  public AssociationRequestor {
    ApplicationEntity.checkTitle(callingAeTitle);
  }

  public AssociationRequestor(String callingAeTitle, Timeouts timeouts) {
    this(callingAeTitle, timeouts, OPERATIONS_WINDOW);
  }

  public AssociationRequestor(String callingAeTitle, Timeouts timeouts, int operationsWindow) {
    this(callingAeTitle, timeouts, operationsWindow, Optional.empty());
  }

  /** The same, over TLS (PS3.15 §B.9 to §B.13). */
  public AssociationRequestor over(SSLContext context) {
    return new AssociationRequestor(
        callingAeTitle, timeouts, operationsWindow, Optional.of(context));
  }

  /**
   * Opens an association.
   *
   * @param contexts 1 to 128, with odd numbers of their own
   * @throws AssociationRejectedException if the peer does not want it
   * @throws AssociationException if there is no connection or no proper answer
   */
  public Association open(ApplicationEntity peer, List<ProposedContext> contexts)
      throws AssociationException {
    Connection connection = connect(peer);
    try {
      AAssociateRQ request =
          AAssociateRQ.of(peer.title(), callingAeTitle, contexts, userInformation());
      UpperLayer layer = new UpperLayer(connection, Association.Role.REQUESTOR, timeouts);
      layer.request(AssociationEvent.TRANSPORT_CONNECTED, request);
      return established(layer, connection, peer, request);
    } catch (AssociationException e) {
      connection.close();
      throw tls.isPresent() && isConnectionLost(e) ? unwelcome(peer, e) : e;
    } catch (IOException e) {
      connection.close();
      throw new AssociationException(peer + ": " + e.getMessage(), e);
    }
  }

  private static boolean isConnectionLost(AssociationException e) {
    return e.getCause() instanceof IOException
        && !(e.getCause() instanceof PduException)
        && TlsFailure.in(e).isEmpty();
  }

  /** In TLS 1.3 a peer sees our certificate, or that there is none, when all is agreed on. */
  private static AssociationException unwelcome(ApplicationEntity peer, AssociationException e) {
    SSLException ended = new SSLException("peer terminated the handshake at its end", e);
    return new AssociationException(reason(peer, ended), ended);
  }

  private UserInformation userInformation() {
    UserInformation ours = Implementation.userInformation(MAXIMUM_LENGTH);
    return operationsWindow == 1
        ? ours
        : ours.with(new UserItem.AsynchronousOperationsWindow(operationsWindow, 1));
  }

  private static Association established(
      UpperLayer layer, Connection connection, ApplicationEntity peer, AAssociateRQ request)
      throws AssociationException {
    Pdu answer = layer.next();
    return switch (answer) {
      case AAssociateAC acceptance ->
          new Association(
              Association.Role.REQUESTOR, layer, connection, peer.host(), request, acceptance);
      case AAssociateRJ rejection -> throw new AssociationRejectedException(rejection);
      default -> throw new AssociationException("unexpected answer " + answer);
    };
  }

  private Connection connect(ApplicationEntity peer) throws AssociationException {
    Socket socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(peer.host(), peer.port()), (int) timeouts.connect().toMillis());
      return tls.isEmpty()
          ? new Connection(socket, MAXIMUM_LENGTH)
          : new Connection(socket, secured(socket, peer), MAXIMUM_LENGTH);
    } catch (IOException e) {
      try {
        socket.close();
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw new AssociationException(reason(peer, e), e);
    }
  }

  private Socket secured(Socket socket, ApplicationEntity peer) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            tls.get().getSocketFactory().createSocket(socket, peer.host(), peer.port(), true);
    secured.setSSLParameters(TlsProfile.parameters());
    secured.setSoTimeout((int) timeouts.connect().toMillis());
    secured.startHandshake();
    return secured;
  }

  private static String reason(ApplicationEntity peer, IOException e) {
    return TlsFailure.in(e)
        .map(failure -> "cannot connect securely to %s: %s".formatted(peer, failure.reason()))
        .orElseGet(() -> "cannot connect to %s: %s".formatted(peer, e.getMessage()));
  }
}
