package org.dicomgateway.dimse.association;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dicomgateway.dimse.pdu.AAssociateAC;
import org.dicomgateway.dimse.pdu.AAssociateRJ;
import org.dicomgateway.dimse.pdu.AAssociateRQ;
import org.dicomgateway.dimse.pdu.AssociateReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens, and serves each association on a virtual thread of its own. Nothing a peer does ends the
 * acceptor.
 */
public final class AssociationAcceptor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AssociationAcceptor.class);
  private static final int BACKLOG = 128;

  /** How long messages under way may take when the acceptor stops. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final AcceptorOptions options;
  private final AssociationHandler handler;
  private final ServerSocket server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("association-", 1).factory());
  private final Semaphore places;
  private final Set<Association> associations = ConcurrentHashMap.newKeySet();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  private AssociationAcceptor(
      AcceptorOptions options, AssociationHandler handler, ServerSocket server) {
    this.options = options;
    this.handler = handler;
    this.server = server;
    this.places = new Semaphore(options.maximumAssociations());
  }

  /**
   * Listens from now on.
   *
   * @throws IOException if the address cannot be listened on
   */
  public static AssociationAcceptor start(AcceptorOptions options, AssociationHandler handler)
      throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.setReceiveBufferSize(Connection.BUFFER);
      server.bind(options.address(), BACKLOG);
    } catch (IOException e) {
      server.close();
      throw new IOException(
          "cannot listen on %s port %d: %s"
              .formatted(
                  options.address().getHostString(), options.address().getPort(), e.getMessage()),
          e);
    }
    AssociationAcceptor acceptor = new AssociationAcceptor(options, handler, server);
    Thread.ofVirtual().name("acceptor-" + server.getLocalPort()).start(acceptor::accept);
    return acceptor;
  }

  /** Where it listens, with the port it got. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** Associations open now. */
  public int openAssociations() {
    return associations.size();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.warn("cannot take a connection: {}", e.getMessage());
          pauseSoThatALackOfDescriptorsMayPass();
        }
      }
    }
  }

  private static void pauseSoThatALackOfDescriptorsMayPass() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Socket socket) {
    String peer = socket.getInetAddress().getHostAddress();
    boolean hasPlace = places.tryAcquire();
    try (socket;
        Connection connection = new Connection(socket, options.policy().maximumLength())) {
      connections.add(connection);
      try {
        negotiate(connection, peer, hasPlace);
      } finally {
        connections.remove(connection);
      }
    } catch (AssociationException e) {
      LOG.info("association with {} ended: {}", peer, e.getMessage());
    } catch (IOException e) {
      LOG.warn("connection of {} failed: {}", peer, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("association with {} failed", peer, e);
    } finally {
      if (hasPlace) {
        places.release();
      }
    }
  }

  private void negotiate(Connection connection, String peer, boolean hasPlace) throws IOException {
    UpperLayer layer = new UpperLayer(connection, Association.Role.ACCEPTOR, options.timeouts());
    try {
      AAssociateRQ request = (AAssociateRQ) layer.next();
      AssociateReply reply =
          hasPlace
              ? Negotiation.answer(request, peer, options.policy())
              : AAssociateRJ.Reason.LOCAL_LIMIT_EXCEEDED.pdu();
      switch (reply) {
        case AAssociateAC acceptance -> {
          layer.request(AssociationEvent.ASSOCIATE_ACCEPT, acceptance);
          converse(
              new Association(
                  Association.Role.ACCEPTOR, layer, connection, peer, request, acceptance));
        }
        case AAssociateRJ rejection -> {
          LOG.warn(
              "rejected {} calling {} from {}: {}",
              request.callingAeTitle(),
              request.calledAeTitle(),
              peer,
              rejection.meaning());
          layer.request(AssociationEvent.ASSOCIATE_REJECT, rejection);
        }
      }
    } finally {
      layer.close();
    }
  }

  private void converse(Association association) throws AssociationException {
    associations.add(association);
    try {
      if (server.isClosed()) {
        association.endAfterMessage();
      }
      handler.handle(association);
    } finally {
      associations.remove(association);
    }
  }

  /**
   * Stops: no new associations; those that are open end when the message at hand is answered, and
   * after ten seconds in any case.
   */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("cannot stop listening: {}", e.getMessage());
    }
    associations.forEach(Association::endAfterMessage);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        connections.forEach(Connection::abort);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
