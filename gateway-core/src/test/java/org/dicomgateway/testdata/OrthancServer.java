package org.dicomgateway.testdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orthanc that takes instances by C-STORE over TLS and by STOW-RS with a password, and notes each
 * that comes.
 */
public record OrthancServer(Process process, Setup setup) implements AutoCloseable {
  public static final String AE_TITLE = "ORTHANC";
  public static final String USER = "spoke";
  public static final String PASSWORD = "bí mật";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern NOTED = Pattern.compile("CAME (\\S+)");

  /**
   * How to run it; may be started again with what it stored.
   *
   * @param own its certificate
   * @param client the one that it wants of others
   */
  public record Setup(
      Path folder, int dicomPort, int httpPort, TestCertificate own, TestCertificate client) {
    public static Setup of(Path folder, TestCertificate own, TestCertificate client)
        throws IOException {
      return new Setup(Files.createDirectories(folder), freePort(), freePort(), own, client);
    }

    /** Starts it and waits until it serves. */
    public OrthancServer start() throws IOException {
      Path script =
          Files.writeString(
              folder.resolve("note.lua"),
              "function ReceivedInstanceFilter(dicom, origin)"
                  + " print('CAME ' .. dicom.SOPInstanceUID) return true end\n");
      Path configuration = folder.resolve("orthanc.json");
      Files.writeString(configuration, configuration(script));
      Process process =
          new ProcessBuilder("Orthanc", configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
      OrthancServer server = new OrthancServer(process, this);
      server.awaitReady();
      return server;
    }

    private Path log() {
      return folder.resolve("orthanc.log");
    }

    private String configuration(Path script) {
      return """
      {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db", "LuaScripts": ["%2$s"],
       "Plugins": ["/usr/share/orthanc/plugins/libOrthancDicomWeb.so"],
       "DicomWeb": {"Enable": true, "Root": "/dicom-web/"},
       "DicomAet": "%3$s", "DicomPort": %4$d, "DicomTlsEnabled": true,
       "DicomTlsCertificate": "%5$s", "DicomTlsPrivateKey": "%6$s",
       "DicomTlsTrustedCertificates": "%7$s",
       "HttpPort": %8$d, "RemoteAccessAllowed": false,
       "AuthenticationEnabled": true, "RegisteredUsers": {"%9$s": "%10$s"}}
      """
          .formatted(
              folder,
              script,
              AE_TITLE,
              dicomPort,
              own.certificate(),
              own.key(),
              client.certificate(),
              httpPort,
              USER,
              PASSWORD);
    }
  }

  /** A port that nobody listens on now. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroy();
        throw new IOException("Orthanc does not serve:\n" + Files.readString(setup.log()));
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private boolean answers() {
    try {
      return get("/system").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  public URI dicomWeb() {
    return URI.create("http://127.0.0.1:%d/dicom-web".formatted(setup.httpPort));
  }

  /** How many instances it has. */
  public int instances() throws IOException {
    return json("/statistics").path("CountInstances").asInt();
  }

  /** SOP Instance UIDs of all that came, as often as they came. */
  public List<String> came() throws IOException {
    return NOTED
        .matcher(Files.readString(setup.log()))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** The file it has of an instance, as it came. */
  public byte[] file(String sopInstanceUid) throws IOException {
    HttpRequest lookup =
        request("/tools/lookup").POST(BodyPublishers.ofString(sopInstanceUid)).build();
    JsonNode found = JsonMapper.shared().readTree(send(lookup).body());
    if (found.size() != 1) {
      throw new IOException("Orthanc has " + found + " of " + sopInstanceUid);
    }
    return get("/instances/%s/file".formatted(found.path(0).path("ID").asString())).body();
  }

  private JsonNode json(String path) throws IOException {
    return JsonMapper.shared().readTree(get(path).body());
  }

  private HttpResponse<byte[]> get(String path) throws IOException {
    return send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    String login = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF_8));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + setup.httpPort + path))
        .header("Authorization", "Basic " + login);
  }

  /** Over a connection of its own: Orthanc ends one that it keeps when it likes. */
  private static HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
