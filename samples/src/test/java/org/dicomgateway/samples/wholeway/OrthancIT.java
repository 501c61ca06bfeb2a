package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.samples.generator.SampleStudies;
import org.dicomgateway.samples.services.Spoke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orthanc sends studies to a spoke that is one of its modalities. */
class OrthancIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @RegisterExtension static final RunningGateway GATEWAY = RunningGateway.withSmallHeaps();

  private URI address;
  private Process orthanc;

  @BeforeEach
  void startOrthanc() throws Exception {
    Path folder = GATEWAY.folder("orthanc");
    int httpPort = freePort();
    Path configuration = folder.resolve("orthanc.json");
    Files.writeString(configuration, configuration(folder, httpPort, freePort()));
    address = URI.create("http://127.0.0.1:" + httpPort);
    orthanc =
        new ProcessBuilder("Orthanc", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("orthanc.log").toFile())
            .start();
    Eventually.isTrue(
        "Orthanc answers", () -> call("GET", "/system", BodyPublishers.noBody()) != null);
  }

  @AfterEach
  void stopOrthanc() throws InterruptedException {
    orthanc.destroy();
    orthanc.waitFor();
  }

  @Test
  void studiesThatOrthancSendsArriveAsTheyWere() throws Exception {
    Path samples = GATEWAY.folder("samples");
    SampleStudies.write(samples, SampleStudies.DEFAULT_COUNT, _ -> {});
    List<InstanceFile> files = new ArrayList<>();
    List<String> resources = new ArrayList<>();
    for (Path file : files(samples)) {
      files.add(InstanceFile.read(file));
      resources.add(call("POST", "/instances", BodyPublishers.ofFile(file)).path("ID").asString());
    }

    String ids = "\"" + String.join("\",\"", resources) + "\"";
    String job = "{\"Resources\":[" + ids + "],\"Synchronous\":true}";
    JsonNode sent = call("POST", "/modalities/spoke/store", BodyPublishers.ofString(job));

    assertThat(sent.path("FailedInstancesCount").asInt(-1)).isZero();
    HubClient hub = GATEWAY.client();
    for (InstanceFile file : files) {
      Eventually.isTrue(
          file.file() + " is at the hub", () -> hub.find(file.sopInstance()).isPresent());
    }
    SameDataSets comparison = new SameDataSets(GATEWAY.folder("returned"));
    for (InstanceFile file : files) {
      comparison.add(file.file(), hub.find(file.sopInstance()).orElseThrow(), hub);
    }
    assertThat(comparison.differences()).isEmpty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private JsonNode call(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path)).method(method, body).build();
    var response = HTTP.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return JsonMapper.builder().build().readTree(response.body());
  }

  private static String configuration(Path folder, int httpPort, int dicomPort) {
    ApplicationEntity spoke = GATEWAY.spoke().dicom();
    return """
    {
      "StorageDirectory": "%s", "IndexDirectory": "%1$s", "Plugins": [],
      "HttpPort": %d, "KeepAlive": false, "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
      "DicomPort": %d, "DicomAet": "ORTHANC",
      "DicomModalities": { "spoke": ["%s", "127.0.0.1", %d] }
    }
    """
        .formatted(folder.resolve("storage"), httpPort, dicomPort, Spoke.AE_TITLE, spoke.port());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
