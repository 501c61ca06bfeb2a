package org.dicomgateway.dimse.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dicomgateway.dimse.association.AcceptancePolicy;
import org.dicomgateway.dimse.association.AcceptorOptions;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.AssociationAcceptor;

/** A storage SCP for tests, which keeps what it gets in memory. */
final class StoreScp implements AutoCloseable {
  static final String AE_TITLE = "SPOKE";
  final Map<String, byte[]> dataSets = new ConcurrentHashMap<>();
  final Queue<CStoreRequest> requests = new ConcurrentLinkedQueue<>();
  private final AssociationAcceptor acceptor;

  StoreScp() throws IOException {
    this(null);
  }

  /** With another handler, or null for one that keeps. */
  StoreScp(CStoreHandler other) throws IOException {
    CStoreHandler handler = other == null ? this::keep : other;
    acceptor =
        AssociationAcceptor.start(
            AcceptorOptions.of(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                AcceptancePolicy.storage(AE_TITLE)),
            new ServiceClassProvider(handler));
  }

  Completion keep(CStoreRequest request, DataSetInputStream dataSet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    dataSet.transferTo(bytes);
    dataSets.put(request.affectedSopInstanceUid(), bytes.toByteArray());
    requests.add(request);
    return Completion.DONE;
  }

  ApplicationEntity address() {
    return new ApplicationEntity(AE_TITLE, "127.0.0.1", acceptor.address().getPort());
  }

  @Override
  public void close() {
    acceptor.close();
  }
}
