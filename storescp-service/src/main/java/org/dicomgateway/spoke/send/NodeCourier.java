package org.dicomgateway.spoke.send;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.service.ServiceClassUser;
import org.dicomgateway.dimse.service.ServiceClassUser.Response;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.spoke.destination.DestinationSettings;
import org.dicomgateway.spoke.destination.Probe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings instances to a DICOM node by C-STORE, over one association while there are any. */
final class NodeCourier implements Courier {
  private static final Logger log = LoggerFactory.getLogger(NodeCourier.class);

  /** An archive may think long over a large instance; after this nothing comes any more. */
  private static final Duration STALL = Duration.ofMinutes(5);

  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), STALL);

  /** A person waits for what comes of a test. */
  private static final Timeouts OF_A_TEST =
      new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));

  private final DestinationSettings.Node node;
  private final ApplicationEntity peer;
  private final Timeouts timeouts;

  NodeCourier(DestinationSettings.Node node) {
    this(node, TIMEOUTS);
  }

  NodeCourier(DestinationSettings.Node node, Timeouts timeouts) {
    this.node = node;
    this.peer = new ApplicationEntity(node.aeTitle(), node.host(), node.port());
    this.timeouts = timeouts;
  }

  @Override
  public String kind() {
    return "dicom";
  }

  @Override
  public String address() {
    return peer + (node.tls().isPresent() ? " (TLS)" : "");
  }

  @Override
  public int desks() {
    return 1;
  }

  @Override
  public void work(Desk desk) throws Unavailable, InterruptedException {
    List<Kind> kinds = desk.kinds(NodeProposal.MOST_KINDS);
    if (kinds.isEmpty()) {
      return;
    }
    NodeProposal proposal = NodeProposal.of(kinds);
    try (Association association = requestor(timeouts).open(peer, proposal.contexts());
        StallWatch watch = new StallWatch(association, timeouts.idle())) {
      new NodeSession(association, proposal, desk, watch).run();
      release(association);
    } catch (Unavailable e) {
      throw e;
    } catch (IOException e) {
      Desk.requireNoInterrupt(e);
      throw NodeFailure.of(e).unavailable();
    }
  }

  /** Reads certificates anew each time: they are renewed while the spoke runs. */
  private AssociationRequestor requestor(Timeouts patience) throws IOException {
    AssociationRequestor plain = new AssociationRequestor(node.callingAeTitle(), patience);
    return node.tls().isEmpty() ? plain : plain.over(TlsOf.settings(node.tls().get()).context());
  }

  private void release(Association association) {
    try {
      association.release();
    } catch (AssociationException e) {
      log.debug("release by {}: {}", peer, e.getMessage());
    }
  }

  @Override
  public Probe test() throws InterruptedException {
    ProposedContext verification =
        new ProposedContext(
            1, UID.Verification, List.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian));
    try (Association association = requestor(OF_A_TEST).open(peer, List.of(verification))) {
      Response response = new ServiceClassUser(association).echo();
      release(association);
      return response.status().equals(Status.SUCCESS)
          ? Probe.reached("answers C-ECHO")
          : Probe.failed(
              "answers C-ECHO with " + StoreResult.text(response.status(), response.comment()),
              response.status().remedy());
    } catch (IOException e) {
      Desk.requireNoInterrupt(e);
      return NodeFailure.of(e).probe();
    }
  }

  @Override
  public void close() {}
}
