package org.dicomgateway.spoke.receive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.service.CStoreRequest;
import org.dicomgateway.dimse.service.DataSetInputStream;
import org.dicomgateway.dimse.service.DicomServiceException;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.pack.UnidentifiedInstanceException;
import org.dicomgateway.spoke.spool.IncomingInstance;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolException;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** Puts what a sender says into the spool, if it can be told what it is. Thread-safe. */
final class StorageScp {
  /** Behind the UIDs that identify an instance. */
  private static final ReadOptions IDENTIFYING = new ReadOptions(1024, Tag.SeriesInstanceUID + 1);

  private final Spool spool;
  private final ReceiveMetrics metrics;

  StorageScp(Spool spool, ReceiveMetrics metrics) {
    this.spool = spool;
    this.metrics = metrics;
  }

  /**
   * Takes an instance; when this returns it is durable.
   *
   * @throws DicomServiceException if it cannot be stored, with the answer for the sender
   * @throws AssociationException if the sender broke off
   */
  SpooledInstance store(CStoreRequest request, DataSetInputStream dataSet)
      throws DicomServiceException, AssociationException {
    try (IncomingInstance incoming = spool.receive()) {
      int header = writeHeader(incoming, request, InstanceName.of(request));
      dataSet.transferTo(incoming);
      long complete = System.nanoTime();
      InstanceIdentity identity = identify(incoming);
      SpooledInstance instance =
          InstanceName.of(identity).equals(InstanceName.of(request))
              ? commit(incoming, request, identity)
              : commitRenamed(incoming, header, request, identity);
      metrics.stored(instance.length(), System.nanoTime() - complete);
      return instance;
    } catch (AssociationException e) {
      throw e;
    } catch (SpoolException e) {
      throw new DicomServiceException(Status.OUT_OF_RESOURCES, e.getMessage(), e);
    } catch (IOException e) {
      throw new DicomServiceException(Status.CANNOT_UNDERSTAND, e.getMessage(), e);
    }
  }

  private static int writeHeader(
      IncomingInstance incoming, CStoreRequest request, InstanceName name) throws SpoolException {
    byte[] header =
        Part10.header(name.sopClassUid(), name.sopInstanceUid(), request.transferSyntax());
    incoming.write(header, 0, header.length);
    return header.length;
  }

  private static SpooledInstance commit(
      IncomingInstance incoming, CStoreRequest request, InstanceIdentity identity)
      throws SpoolException {
    Sender sender =
        new Sender(request.callingAeTitle(), request.calledAeTitle(), request.remoteHost());
    return incoming.commit(identity, request.transferSyntax(), sender);
  }

  /** The header was written by the command, before the data set said otherwise. */
  private SpooledInstance commitRenamed(
      IncomingInstance incoming, int header, CStoreRequest request, InstanceIdentity identity)
      throws IOException {
    try (IncomingInstance renamed = spool.receive()) {
      writeHeader(renamed, request, InstanceName.of(identity));
      InputStream dataSet = incoming.read();
      dataSet.skipNBytes(header);
      dataSet.transferTo(renamed);
      return commit(renamed, request, identity);
    }
  }

  /** Only what identifies the instance has to be readable, or all if nothing does. */
  private static InstanceIdentity identify(IncomingInstance incoming)
      throws DicomServiceException, IOException {
    Part10.Reading reading = read(incoming, IDENTIFYING);
    if (reading.part10().dataSet().isEmpty() && reading.damage().isEmpty()) {
      reading = read(incoming, ReadOptions.WHOLE);
      refuseDamaged(reading);
    }
    try {
      return InstanceIdentity.of(reading.part10());
    } catch (UnidentifiedInstanceException e) {
      refuseDamaged(reading);
      throw e;
    }
  }

  private static Part10.Reading read(IncomingInstance incoming, ReadOptions options)
      throws IOException {
    return Part10.readLeniently(new BufferedInputStream(incoming.read()), options);
  }

  private static void refuseDamaged(Part10.Reading reading) throws DicomServiceException {
    if (reading.damage().isPresent()) {
      throw unreadable(reading.damage().get());
    }
  }

  /** The place first: peers see 64 characters. */
  private static DicomServiceException unreadable(DicomParseException damage) {
    String place =
        "(%04X,%04X) at byte %d: "
            .formatted(damage.tag() >>> 16, damage.tag() & 0xFFFF, damage.position());
    return new DicomServiceException(Status.CANNOT_UNDERSTAND, place + damage.getMessage(), damage);
  }
}
