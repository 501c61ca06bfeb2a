package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.samples.services.Installation;
import org.dicomgateway.samples.services.ServiceProcess;

/** A storage SCP in a process of its own, with an empty folder. */
public record Receiver(Kind kind, Process process, ApplicationEntity address, Path folder)
    implements AutoCloseable {
  private static final List<ProposedContext> VERIFICATION =
      List.of(new ProposedContext(1, UID.Verification, List.of(UID.ImplicitVRLittleEndian)));

  /** What is compared. */
  public enum Kind {
    GATEWAY,
    STORESCP,
    ORTHANC;

    @Override
    public String toString() {
      return name().toLowerCase();
    }
  }

  static Receiver start(Kind kind, Path folder, List<String> javaOptions)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int port = freePort();
    List<String> command =
        switch (kind) {
          case GATEWAY -> gateway(folder, port, javaOptions);
          case STORESCP -> storescp(folder, port);
          case ORTHANC -> orthanc(folder, port);
        };
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolveSibling(kind + ".log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    ApplicationEntity address = new ApplicationEntity(kind.name(), "127.0.0.1", port);
    Receiver receiver = new Receiver(kind, process, address, folder);
    receiver.awaitReady();
    return receiver;
  }

  /** Our spoke as it is served, its hub out of reach: what it forwards is not measured here. */
  private static List<String> gateway(Path folder, int port, List<String> javaOptions)
      throws IOException {
    List<String> arguments =
        List.of(
            "serve",
            "--data",
            folder.toString(),
            "--aet",
            Kind.GATEWAY.name(),
            "--dicom-port",
            Integer.toString(port),
            "--admin-port",
            Integer.toString(freePort()),
            "--hub",
            "http://127.0.0.1:" + freePort(),
            "--site",
            "bench",
            "--token",
            "none",
            "--compress",
            "off");
    return Installation.own().command(Installation.Program.SPOKE, javaOptions, arguments);
  }

  /** A process for each association, as it serves one at a time otherwise. */
  private static List<String> storescp(Path folder, int port) {
    return List.of("storescp", "--fork", "+xa", "-od", folder.toString(), Integer.toString(port));
  }

  /** As installed, without plugins. */
  private static List<String> orthanc(Path folder, int port) throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolveSibling("orthanc.json"),
            """
            {"StorageDirectory": "%1$s", "IndexDirectory": "%1$s", "DicomAet": "ORTHANC",
             "DicomPort": %2$d, "HttpPort": %3$d, "RemoteAccessAllowed": false, "Plugins": []}
            """
                .formatted(folder, port, freePort()));
    return List.of("Orthanc", configuration.toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    AssociationRequestor requestor = new AssociationRequestor("BENCH", Timeouts.DEFAULT);
    while (process.isAlive()) {
      try (Association association = requestor.open(address, VERIFICATION)) {
        association.release();
        return;
      } catch (AssociationException e) {
        Thread.sleep(100);
      }
    }
    throw new IOException(kind + " ended at once; see " + folder.resolveSibling(kind + ".log"));
  }

  /** Instances in its folder; each keeps one as a file of more than this many bytes. */
  long stored(long smallest) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> size(file) > smallest).count();
    }
  }

  private long size(Path file) {
    String name = file.getFileName().toString();
    boolean isIndex = name.startsWith("index") || name.contains(".db");
    return isIndex ? 0 : file.toFile().length();
  }

  @Override
  public void close() {
    ServiceProcess.end(process);
  }
}
