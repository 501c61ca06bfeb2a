package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomgateway.samples.services.ServiceProcess;

/** An Orthanc in a process of its own, without plugins, otherwise as installed. */
record OrthancServer(Process process, int httpPort, int dicomPort) implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  /**
   * Starts one and waits until it answers.
   *
   * @param more of its configuration, as JSON members with a comma before each
   */
  static OrthancServer start(Path folder, String more) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int httpPort = freePort();
    int dicomPort = freePort();
    Path configuration =
        Files.writeString(
            folder.resolve("orthanc.json"),
            """
            {"StorageDirectory": "%1$s", "IndexDirectory": "%1$s", "Plugins": [],
             "DicomAet": "ORTHANC", "DicomPort": %2$d, "HttpPort": %3$d,
             "RemoteAccessAllowed": true, "AuthenticationEnabled": false,
             "HttpTimeout": 3600%4$s}
            """
                .formatted(folder.resolve("storage"), dicomPort, httpPort, more));
    Process process =
        new ProcessBuilder("Orthanc", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("orthanc.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    OrthancServer server = new OrthancServer(process, httpPort, dicomPort);
    server.awaitReady(folder);
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady(Path folder) throws IOException, InterruptedException {
    for (int tenths = 0; process.isAlive() && tenths < 10 * PATIENCE_SECONDS; tenths++) {
      try {
        Rest.get(rest("/system"));
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    close();
    throw new IOException("Orthanc does not answer; see " + folder.resolve("orthanc.log"));
  }

  /** A resource of its REST interface. */
  URI rest(String path) {
    return URI.create("http://127.0.0.1:" + httpPort + path);
  }

  /** Instances it keeps. */
  int instances() throws IOException, InterruptedException {
    return Rest.get(rest("/statistics")).path("CountInstances").asInt();
  }

  @Override
  public void close() {
    ServiceProcess.end(process);
  }
}
