package org.dicomgateway.dimse.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.ProposedContext;

/** Someone else's DICOM software, which serves until closed. */
record PeerProcess(Process process, ApplicationEntity address) implements AutoCloseable {
  private static final List<ProposedContext> VERIFICATION =
      List.of(new ProposedContext(1, UID.Verification, List.of(UID.ImplicitVRLittleEndian)));

  /** DCMTK's storescp, which writes data sets as they come. */
  static PeerProcess storescp(Path folder) throws Exception {
    int port = freePort();
    return start(
        "STORESCP",
        port,
        folder,
        "storescp",
        "--prefer-lossless",
        "+xa",
        "--bit-preserving",
        "-od",
        folder.toString(),
        Integer.toString(port));
  }

  /** Orthanc with nothing but its core; answers HTTP on the given port. */
  static PeerProcess orthanc(Path folder, int httpPort) throws Exception {
    int port = freePort();
    Path configuration =
        Files.writeString(
            folder.resolve("orthanc.json"),
            """
            {"Name": "TEST", "StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db",
             "DicomAet": "ORTHANC", "DicomPort": %2$d, "HttpPort": %3$d, "Plugins": [],
             "RemoteAccessAllowed": false, "AuthenticationEnabled": false}
            """
                .formatted(folder, port, httpPort));
    return start("ORTHANC", port, folder, "Orthanc", configuration.toString());
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static PeerProcess start(String title, int port, Path folder, String... command)
      throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolveSibling(title + ".log").toFile())
            .start();
    PeerProcess peer = new PeerProcess(process, new ApplicationEntity(title, "127.0.0.1", port));
    peer.awaitReady();
    return peer;
  }

  private void awaitReady() throws InterruptedException {
    AssociationRequestor requestor = new AssociationRequestor("TEST", Timeouts.DEFAULT);
    while (process.isAlive()) {
      try (Association association = requestor.open(address, VERIFICATION)) {
        association.release();
        return;
      } catch (AssociationException e) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError(address.title() + " ended with " + process.exitValue());
  }

  /** Runs a program to its end; returns what it said. */
  static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", command) + " failed: " + said);
    }
    return said;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
