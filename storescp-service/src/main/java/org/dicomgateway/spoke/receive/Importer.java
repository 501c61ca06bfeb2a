package org.dicomgateway.spoke.receive;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.spoke.route.Router;
import org.dicomgateway.spoke.spool.IncomingInstance;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** Takes Part 10 files from people, who need no modality for it. Thread-safe. */
public final class Importer {
  /** What identifies an instance has to stand in this beginning of its file. */
  private static final int BEGINNING = 1 << 20;

  private static final ReadOptions IDENTIFYING = new ReadOptions(1024, Tag.SeriesInstanceUID + 1);

  private final Spool spool;
  private final Router router;
  private final ReceiveMetrics metrics;

  public Importer(Spool spool, Router router, MeterRegistry registry) {
    this.spool = spool;
    this.router = router;
    this.metrics = new ReceiveMetrics(registry);
  }

  /**
   * Takes an instance, which then goes the way of received ones. When this returns, it is durable.
   *
   * @param file stands at the first byte; is read to its end and not closed
   * @param address whose file it is, for whoever asks later
   * @throws org.dicomgateway.spoke.spool.SpoolException if the disk does not take it
   * @throws IOException if it breaks off, is no DICOM file, or cannot be identified
   */
  public SpooledInstance take(InputStream file, String address)
      throws IOException, InterruptedException {
    byte[] beginning = file.readNBytes(BEGINNING);
    Part10 part10 = Part10.readLeniently(new ByteArrayInputStream(beginning), IDENTIFYING).part10();
    InstanceIdentity identity = InstanceIdentity.of(part10);
    String syntax = part10.transferSyntax().uid();
    SpooledInstance instance;
    try (IncomingInstance incoming = spool.receive()) {
      incoming.write(Part10.header(identity.sopClassUid(), identity.sopInstanceUid(), syntax));
      int dataSet = Math.toIntExact(part10.dataSetOffset());
      incoming.write(beginning, dataSet, beginning.length - dataSet);
      file.transferTo(incoming);
      long complete = System.nanoTime();
      instance = incoming.commit(identity, syntax, Sender.person(address), Priority.MEDIUM);
      metrics.stored(instance.length(), System.nanoTime() - complete);
    }
    router.route(instance);
    return instance;
  }
}
