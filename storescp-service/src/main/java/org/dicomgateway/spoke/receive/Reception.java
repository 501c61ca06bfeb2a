package org.dicomgateway.spoke.receive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.service.CStoreHandler;
import org.dicomgateway.dimse.service.CStoreRequest;
import org.dicomgateway.dimse.service.DataSetInputStream;
import org.dicomgateway.dimse.service.DicomServiceException;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.pack.UnidentifiedInstanceException;
import org.dicomgateway.spoke.route.Router;
import org.dicomgateway.spoke.spool.IncomingInstance;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolException;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes over one association, and the tally of it. For one thread. */
final class Reception implements CStoreHandler {
  private static final Logger log = LoggerFactory.getLogger(Reception.class);

  /** Behind the UIDs that identify an instance. */
  private static final ReadOptions IDENTIFYING = new ReadOptions(1024, Tag.SeriesInstanceUID + 1);

  private final Spool spool;
  private final Router router;
  private final ReceiveMetrics metrics;
  private final Set<String> studies = new LinkedHashSet<>();
  private int stored;
  private int refused;
  private long bytes;

  Reception(Spool spool, Router router, ReceiveMetrics metrics) {
    this.spool = spool;
    this.router = router;
    this.metrics = metrics;
  }

  @Override
  public void store(CStoreRequest request, DataSetInputStream dataSet)
      throws DicomServiceException, IOException {
    SpooledInstance instance;
    try {
      instance = spool(request, dataSet);
    } catch (DicomServiceException e) {
      refused++;
      metrics.refused();
      log.warn(
          "{} ({}): refused {}: {}",
          request.callingAeTitle(),
          request.remoteHost(),
          request.affectedSopInstanceUid(),
          e.getMessage());
      throw e;
    }
    stored++;
    bytes += instance.length();
    studies.add(instance.identity().studyInstanceUid());
    route(instance);
  }

  private SpooledInstance spool(CStoreRequest request, DataSetInputStream dataSet)
      throws DicomServiceException, AssociationException {
    try (IncomingInstance incoming = spool.receive()) {
      byte[] header =
          Part10.header(
              request.affectedSopClassUid(),
              request.affectedSopInstanceUid(),
              request.transferSyntax());
      incoming.write(header, 0, header.length);
      dataSet.transferTo(incoming);
      InstanceIdentity identity = identify(request, incoming);
      return isOf(request, identity)
          ? commit(request, identity, incoming)
          : commitAsWhatItIs(request, identity, incoming, header.length);
    } catch (AssociationException e) {
      throw e;
    } catch (SpoolException e) {
      throw new DicomServiceException(Status.OUT_OF_RESOURCES, e.getMessage(), e);
    } catch (IOException e) {
      throw new DicomServiceException(Status.CANNOT_UNDERSTAND, e.getMessage(), e);
    }
  }

  private static boolean isOf(CStoreRequest request, InstanceIdentity identity) {
    return identity.sopClassUid().equals(request.affectedSopClassUid())
        && identity.sopInstanceUid().equals(request.affectedSopInstanceUid());
  }

  /**
   * Keeps an instance whose request names another SOP class or instance than its data set: DCMTK's
   * dcmsend cannot read a UID that a file has as UN, and names "31". A file's header has to agree
   * with its data set; the request is forgotten.
   */
  private SpooledInstance commitAsWhatItIs(
      CStoreRequest request, InstanceIdentity identity, IncomingInstance received, int headerLength)
      throws IOException {
    log.warn(
        "{} ({}): instance {} of SOP class {} came as {} of {}",
        request.callingAeTitle(),
        request.remoteHost(),
        identity.sopInstanceUid(),
        identity.sopClassUid(),
        request.affectedSopInstanceUid(),
        request.affectedSopClassUid());
    try (IncomingInstance corrected = spool.receive()) {
      byte[] header =
          Part10.header(
              identity.sopClassUid(), identity.sopInstanceUid(), request.transferSyntax());
      corrected.write(header, 0, header.length);
      InputStream dataSet = received.read();
      dataSet.skipNBytes(headerLength);
      dataSet.transferTo(corrected);
      return commit(request, identity, corrected);
    }
  }

  private SpooledInstance commit(
      CStoreRequest request, InstanceIdentity identity, IncomingInstance incoming)
      throws SpoolException {
    long complete = System.nanoTime();
    Sender sender =
        new Sender(request.callingAeTitle(), request.calledAeTitle(), request.remoteHost());
    SpooledInstance instance = incoming.commit(identity, request.transferSyntax(), sender);
    metrics.stored(instance.length(), System.nanoTime() - complete);
    return instance;
  }

  /** Only what identifies the instance has to be readable. */
  private static InstanceIdentity identify(CStoreRequest request, IncomingInstance incoming)
      throws DicomServiceException, IOException {
    InputStream file = new BufferedInputStream(incoming.read());
    Part10.Reading reading = Part10.readLeniently(file, IDENTIFYING);
    InstanceIdentity identity;
    try {
      identity = InstanceIdentity.of(reading.part10().dataSet());
    } catch (UnidentifiedInstanceException e) {
      if (reading.damage().isPresent()) {
        throw unreadable(reading.damage().get());
      }
      throw e;
    }
    return identity;
  }

  /** The place first: peers see 64 characters. */
  private static DicomServiceException unreadable(DicomParseException damage) {
    String place =
        "(%04X,%04X) at byte %d: "
            .formatted(damage.tag() >>> 16, damage.tag() & 0xFFFF, damage.position());
    return new DicomServiceException(Status.CANNOT_UNDERSTAND, place + damage.getMessage(), damage);
  }

  /** The instance is safe whatever happens here: what is not routed now is at the next start. */
  private void route(SpooledInstance instance) {
    try {
      router.route(instance);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isEmpty() {
    return stored + refused == 0;
  }

  @Override
  public String toString() {
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
