package org.dicomgateway.dimse.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.service.ServiceClassUser.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An instance of 1 GB goes through a heap of 32 MB, sender and receiver together. */
@Timeout(300)
class LargeInstanceIT {
  private static final long LENGTH = 1L << 30;

  @Test
  void neverHoldsAnInstanceInMemory() throws Exception {
    String said =
        PeerProcess.run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx32m",
            "-cp",
            System.getProperty("java.class.path"),
            Exchange.class.getName());
    assertThat(said).contains("received %d bytes".formatted(LENGTH)).contains("digests are equal");
  }

  /** Runs in a process of its own. */
  static final class Exchange {
    public static void main(String[] arguments) throws Exception {
      CRC32 received = new CRC32();
      AtomicLong length = new AtomicLong();
      CStoreHandler counting =
          (_, dataSet) -> {
            length.set(
                dataSet.transferTo(
                    new CheckedOutputStream(OutputStream.nullOutputStream(), received)));
            return Completion.DONE;
          };
      ProposedContext context =
          new ProposedContext(1, UID.CTImageStorage, List.of(UID.ExplicitVRLittleEndian));
      Clip clip = new Clip();
      try (StoreScp scp = new StoreScp(counting);
          Association association =
              new AssociationRequestor("US", Timeouts.DEFAULT)
                  .open(scp.address(), List.of(context))) {
        Response response =
            new ServiceClassUser(association)
                .store("1.2.3", association.presentationContext(1).orElseThrow(), clip);
        association.release();
        System.out.println(response.status() + ", received " + length + " bytes");
        System.out.println(
            received.getValue() == clip.sent.getValue() ? "digests are equal" : "digests differ");
      }
    }
  }

  /** Bytes that are made while they are read. */
  private static final class Clip extends InputStream {
    private final CRC32 sent = new CRC32();
    private long position;

    @Override
    public int read() {
      throw new UnsupportedOperationException("one byte of a clip");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = (int) Math.min(length, LENGTH - position);
      if (count == 0) {
        return -1;
      }
      for (int i = 0; i < count; i += 8) {
        bytes[offset + i] = (byte) (position + i >>> 3);
      }
      sent.update(bytes, offset, count);
      position += count;
      return count;
    }
  }
}
