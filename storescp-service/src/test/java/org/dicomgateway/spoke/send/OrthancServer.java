package org.dicomgateway.spoke.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.dicomgateway.testdata.TestCertificate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orthanc that takes instances by C-STORE over TLS and by STOW-RS with a password. */
record OrthancServer(Process process, int dicomPort, int httpPort) implements AutoCloseable {
  static final String AE_TITLE = "ORTHANC";
  static final String USER = "spoke";
  static final String PASSWORD = "bí mật";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static OrthancServer start(Path folder, TestCertificate own, TestCertificate client)
      throws IOException {
    int dicomPort = freePort();
    int httpPort = freePort();
    Path configuration =
        Files.writeString(
            folder.resolve("orthanc.json"),
            """
            {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db",
             "Plugins": ["/usr/share/orthanc/plugins/libOrthancDicomWeb.so"],
             "DicomWeb": {"Enable": true, "Root": "/dicom-web/"},
             "DicomAet": "%2$s", "DicomPort": %3$d, "DicomTlsEnabled": true,
             "DicomTlsCertificate": "%4$s", "DicomTlsPrivateKey": "%5$s",
             "DicomTlsTrustedCertificates": "%6$s",
             "HttpPort": %7$d, "RemoteAccessAllowed": false,
             "AuthenticationEnabled": true, "RegisteredUsers": {"%8$s": "%9$s"}}
            """
                .formatted(
                    folder,
                    AE_TITLE,
                    dicomPort,
                    own.certificate(),
                    own.key(),
                    client.certificate(),
                    httpPort,
                    USER,
                    PASSWORD));
    Process process =
        new ProcessBuilder("Orthanc", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("orthanc.log").toFile())
            .start();
    OrthancServer server = new OrthancServer(process, dicomPort, httpPort);
    SendStation.await(() -> "Orthanc answers", server::answers);
    return server;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new AssertionError("Orthanc ended with " + process.exitValue());
    }
    try {
      return get("/system").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  URI dicomWeb() {
    return URI.create("http://127.0.0.1:" + httpPort + "/dicom-web");
  }

  JsonNode json(String path) throws IOException {
    return JsonMapper.shared().readTree(get(path).body());
  }

  HttpResponse<byte[]> get(String path) throws IOException {
    String login = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
            .header("Authorization", "Basic " + login)
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
