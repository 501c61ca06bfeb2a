package org.dicomgateway.dimse.association;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import org.dicomgateway.dimse.pdu.AAssociateAC;
import org.dicomgateway.dimse.pdu.AAssociateRJ;
import org.dicomgateway.dimse.pdu.AAssociateRQ;
import org.dicomgateway.dimse.pdu.Pdu;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.pdu.UserInformation;
import org.dicomgateway.dimse.pdu.UserItem;

/**
 * Asks peers for associations. Immutable and thread-safe.
 *
 * @param callingAeTitle our own
 * @param operationsWindow operations we should like to have under way at once, from 1; 1 asks for
 *     nothing. Most peers allow no more than 1 all the same
 */
public record AssociationRequestor(String callingAeTitle, Timeouts timeouts, int operationsWindow) {
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
      throw e;
    } catch (IOException e) {
      connection.close();
      throw new AssociationException(peer + ": " + e.getMessage(), e);
    }
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
      return new Connection(socket, MAXIMUM_LENGTH);
    } catch (IOException e) {
      try {
        socket.close();
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw new AssociationException("cannot connect to " + peer + ": " + e.getMessage(), e);
    }
  }
}
