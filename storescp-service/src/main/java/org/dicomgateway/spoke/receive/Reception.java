package org.dicomgateway.spoke.receive;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.dicomgateway.dimse.service.CStoreHandler;
import org.dicomgateway.dimse.service.CStoreRequest;
import org.dicomgateway.dimse.service.Completion;
import org.dicomgateway.dimse.service.DataSetInputStream;
import org.dicomgateway.dimse.service.DicomServiceException;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.spoke.modality.Callers;
import org.dicomgateway.spoke.route.Router;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes over one association, and the tally of it. Thread-safe. */
final class Reception implements CStoreHandler {
  private static final Logger log = LoggerFactory.getLogger(Reception.class);

  /** A warning of PS3.4 §B.2.3: data set does not match SOP class. */
  private static final Status STORED_BUT_NOT_AS_ANNOUNCED = new Status(0xB007);

  private final StorageScp scp;
  private final Callers callers;
  private final Router router;
  private final ReceiveMetrics metrics;
  private final Set<String> studies = new LinkedHashSet<>();
  private int stored;
  private int refused;
  private long bytes;

  Reception(StorageScp scp, Callers callers, Router router, ReceiveMetrics metrics) {
    this.scp = scp;
    this.callers = callers;
    this.router = router;
    this.metrics = metrics;
  }

  @Override
  public Completion store(CStoreRequest request, DataSetInputStream dataSet)
      throws DicomServiceException, IOException {
    try {
      ReceivedInstance received = scp.receive(request, dataSet);
      return () -> commit(request, received);
    } catch (DicomServiceException e) {
      throw refused(request, e);
    }
  }

  private void commit(CStoreRequest request, ReceivedInstance received)
      throws DicomServiceException {
    SpooledInstance instance;
    try {
      instance = received.commit();
    } catch (DicomServiceException e) {
      throw refused(request, e);
    }
    count(instance);
    callers.stored(request.callingAeTitle(), request.remoteHost(), received.modality());
    route(instance);
    warnOfOtherNames(request, instance.identity());
  }

  private synchronized void count(SpooledInstance instance) {
    stored++;
    bytes += instance.length();
    studies.add(instance.identity().studyInstanceUid());
  }

  private synchronized DicomServiceException refused(
      CStoreRequest request, DicomServiceException reason) {
    refused++;
    metrics.refused();
    log.warn(
        "{} ({}): refused {}: {}",
        request.callingAeTitle(),
        request.remoteHost(),
        request.affectedSopInstanceUid(),
        reason.getMessage());
    return reason;
  }

  /**
   * The data set is what readers will see, so it counts. Senders get the command wrong, such as
   * dcmsend 3.6.7 where the data set has its UIDs as UN; to refuse would be to lose the image.
   */
  private void warnOfOtherNames(CStoreRequest request, InstanceIdentity identity)
      throws DicomServiceException {
    if (!InstanceName.of(identity).equals(InstanceName.of(request))) {
      log.warn(
          "{} ({}): announced {}, and sent {}, which is stored",
          request.callingAeTitle(),
          request.remoteHost(),
          InstanceName.of(request),
          InstanceName.of(identity));
      throw new DicomServiceException(
          STORED_BUT_NOT_AS_ANNOUNCED, "data set is " + identity.sopInstanceUid());
    }
  }

  /** The instance is safe whatever happens here: what is not routed now is at the next start. */
  private void route(SpooledInstance instance) {
    try {
      router.route(instance);
    } catch (RuntimeException e) {
      log.error(
          "instance {} is safe, and is routed when the spoke starts again",
          instance.identity().sopInstanceUid(),
          e);
    }
  }

  synchronized boolean isEmpty() {
    return stored + refused == 0;
  }

  @Override
  public synchronized String toString() {
    return "sent %d instances, %d KiB, of %s; %d refused"
        .formatted(
            stored,
            bytes >> 10,
            studies.size() == 1
                ? "study " + studies.iterator().next()
                : studies.size() + " studies",
            refused);
  }
}
