package org.dicomgateway.spoke.receive;

import java.io.IOException;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.service.CStoreRequest;
import org.dicomgateway.dimse.service.DataSetInputStream;
import org.dicomgateway.dimse.service.DicomServiceException;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.spoke.spool.IncomingInstance;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolException;

/** Takes what a sender says into the spool. Thread-safe. */
final class StorageScp {
  private final Spool spool;
  private final ReceiveMetrics metrics;

  StorageScp(Spool spool, ReceiveMetrics metrics) {
    this.spool = spool;
    this.metrics = metrics;
  }

  /**
   * Takes an instance's bytes; durable they are when it is committed.
   *
   * @throws DicomServiceException if it cannot be stored, with the answer for the sender
   * @throws AssociationException if the sender broke off
   */
  ReceivedInstance receive(CStoreRequest request, DataSetInputStream dataSet)
      throws DicomServiceException, AssociationException {
    try {
      IncomingInstance incoming = spool.receive();
      try {
        int header = writeHeader(incoming, request, InstanceName.of(request));
        dataSet.transferTo(incoming);
        return new ReceivedInstance(spool, metrics, request, incoming, header);
      } catch (IOException | RuntimeException e) {
        incoming.close();
        throw e;
      }
    } catch (AssociationException e) {
      throw e;
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  static int writeHeader(IncomingInstance incoming, CStoreRequest request, InstanceName name)
      throws SpoolException {
    byte[] header =
        Part10.header(name.sopClassUid(), name.sopInstanceUid(), request.transferSyntax());
    incoming.write(header, 0, header.length);
    return header.length;
  }

  /** What a sender is told of a failure: the disk is ours, everything else the data set's. */
  static DicomServiceException refusal(IOException failure) {
    return switch (failure) {
      case SpoolException e ->
          new DicomServiceException(Status.OUT_OF_RESOURCES, e.getMessage(), e);
      default -> new DicomServiceException(Status.CANNOT_UNDERSTAND, failure.getMessage(), failure);
    };
  }
}
