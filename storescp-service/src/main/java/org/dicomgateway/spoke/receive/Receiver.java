package org.dicomgateway.spoke.receive;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.dicomgateway.dimse.association.AcceptancePolicy;
import org.dicomgateway.dimse.association.AcceptorOptions;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationAcceptor;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.service.ServiceClassProvider;
import org.dicomgateway.spoke.modality.Callers;
import org.dicomgateway.spoke.route.Router;
import org.dicomgateway.spoke.spool.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The storage SCP of this spoke. Thread-safe. */
public final class Receiver implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Receiver.class);

  private final StorageScp scp;
  private final Callers callers;
  private final Router router;
  private final ReceiveMetrics metrics;
  private final AssociationAcceptor acceptor;

  private Receiver(
      AcceptorOptions options, Callers callers, Spool spool, Router router, MeterRegistry registry)
      throws IOException {
    this.callers = callers;
    this.router = router;
    this.metrics = new ReceiveMetrics(registry);
    this.scp = new StorageScp(spool, metrics);
    this.acceptor = AssociationAcceptor.start(options, this::serve);
  }

  /**
   * Listens from now on.
   *
   * @param aeTitle the only title we answer to
   * @param callers who may send
   * @throws IOException if the address cannot be listened on
   */
  public static Receiver start(
      InetSocketAddress address,
      String aeTitle,
      Callers callers,
      Spool spool,
      Router router,
      MeterRegistry registry)
      throws IOException {
    AcceptancePolicy policy = AcceptancePolicy.storage(aeTitle).withCallingAeTitle(callers::refuse);
    return new Receiver(AcceptorOptions.of(address, policy), callers, spool, router, registry);
  }

  /** Where it listens, with the port it got. */
  public InetSocketAddress address() {
    return acceptor.address();
  }

  public int openAssociations() {
    return acceptor.openAssociations();
  }

  private void serve(Association association) throws AssociationException {
    Reception reception = new Reception(scp, callers, router, metrics);
    String end = "the association broke off";
    try {
      new ServiceClassProvider(reception).handle(association);
      end = "the association was released";
    } finally {
      if (!reception.isEmpty()) {
        log.info(
            "{} ({}) {}; {}",
            association.callingAeTitle(),
            association.remoteHost(),
            reception,
            end);
      }
    }
  }

  /** Stops: what is being received is finished if that does not take long. */
  @Override
  public void close() {
    acceptor.close();
  }
}
