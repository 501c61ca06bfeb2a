package org.dicomgateway.spoke.receive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.CStoreRequest;
import org.dicomgateway.dimse.service.DicomServiceException;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.pack.UnidentifiedInstanceException;
import org.dicomgateway.spoke.spool.IncomingInstance;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolException;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** An instance whose bytes are all there, stored if it can be told what it is. For one thread. */
final class ReceivedInstance {
  /** Behind the UIDs that identify an instance. */
  private static final ReadOptions IDENTIFYING = new ReadOptions(1024, Tag.SeriesInstanceUID + 1);

  private final Spool spool;
  private final ReceiveMetrics metrics;
  private final CStoreRequest request;
  private final IncomingInstance incoming;
  private final int headerLength;
  private final long complete = System.nanoTime();
  private String modality = "";

  /**
   * @param headerLength bytes in front of the data set, written by what the command says
   */
  ReceivedInstance(
      Spool spool,
      ReceiveMetrics metrics,
      CStoreRequest request,
      IncomingInstance incoming,
      int headerLength) {
    this.spool = spool;
    this.metrics = metrics;
    this.request = request;
    this.incoming = incoming;
    this.headerLength = headerLength;
  }

  /**
   * Makes it durable; to be called once, whatever happens.
   *
   * @throws DicomServiceException if it cannot be stored, with the answer for the sender
   */
  SpooledInstance commit() throws DicomServiceException {
    try (incoming) {
      InstanceIdentity identity = identify();
      SpooledInstance instance =
          InstanceName.of(identity).equals(InstanceName.of(request))
              ? commit(incoming, identity)
              : commitRenamed(identity);
      metrics.stored(instance.length(), System.nanoTime() - complete);
      return instance;
    } catch (IOException e) {
      throw StorageScp.refusal(e);
    }
  }

  /** (0008,0060) as it stands there, known once it is committed; empty if it does not. */
  String modality() {
    return modality;
  }

  private SpooledInstance commit(IncomingInstance whole, InstanceIdentity identity)
      throws SpoolException {
    Sender sender =
        new Sender(request.callingAeTitle(), request.calledAeTitle(), request.remoteHost());
    return whole.commit(identity, request.transferSyntax(), sender, request.priority());
  }

  /** The header was written by the command, before the data set said otherwise. */
  private SpooledInstance commitRenamed(InstanceIdentity identity) throws IOException {
    try (IncomingInstance renamed = spool.receive()) {
      StorageScp.writeHeader(renamed, request, InstanceName.of(identity));
      InputStream dataSet = incoming.read();
      dataSet.skipNBytes(headerLength);
      dataSet.transferTo(renamed);
      return commit(renamed, identity);
    }
  }

  /** Only what identifies the instance has to be readable, or all if nothing does. */
  private InstanceIdentity identify() throws DicomServiceException, IOException {
    Part10.Reading reading = read(IDENTIFYING);
    if (reading.part10().dataSet().isEmpty() && reading.damage().isEmpty()) {
      reading = read(ReadOptions.WHOLE);
      refuseDamaged(reading);
    }
    modality = reading.part10().dataSet().string(Tag.Modality).orElse("");
    try {
      return InstanceIdentity.of(reading.part10());
    } catch (UnidentifiedInstanceException e) {
      refuseDamaged(reading);
      throw e;
    }
  }

  private Part10.Reading read(ReadOptions options) throws IOException {
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
