package org.dicomgateway.dimse.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** We send to Orthanc, and Orthanc sends back to us. */
@Timeout(300)
class OrthancIT {
  private static final List<String> TRANSFER_SYNTAXES =
      List.of(
          "1.2.840.10008.1.2",
          "1.2.840.10008.1.2.1",
          "1.2.840.10008.1.2.4.50",
          "1.2.840.10008.1.2.4.70",
          "1.2.840.10008.1.2.4.80",
          "1.2.840.10008.1.2.4.90",
          "1.2.840.10008.1.2.5");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  @TempDir Path folder;

  @Test
  void whatWeSendComesBackAsItWas() throws Exception {
    List<InstanceFile> files = new ArrayList<>();
    Path sent = Files.createDirectory(folder.resolve("sent"));
    for (String syntax : TRANSFER_SYNTAXES) {
      files.add(SampleFiles.write(sent, "1.2.840.7." + (files.size() + 1), syntax));
    }
    int port = PeerProcess.freePort();
    String orthancUrl = "http://127.0.0.1:" + port;
    Path home = Files.createDirectory(folder.resolve("orthanc"));
    try (PeerProcess orthanc = PeerProcess.orthanc(home, port);
        StoreScp scp = new StoreScp()) {
      awaitHttp(orthanc, orthancUrl);
      Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
      new InstanceSender(new AssociationRequestor("US", Timeouts.DEFAULT), orthanc.address(), 4)
          .send(files, outcomes::add);
      assertThat(outcomes).hasSize(files.size()).allMatch(Outcome::isSent);

      JsonNode instances = JsonMapper.shared().readTree(send("GET", orthancUrl + "/instances", ""));
      assertThat(instances).hasSize(files.size());
      send(
          "PUT",
          orthancUrl + "/modalities/us",
          "[\"SPOKE\", \"127.0.0.1\", %d]".formatted(scp.address().port()));
      send("POST", orthancUrl + "/modalities/us/store", instances.toString());
      for (InstanceFile file : files) {
        assertThat(scp.dataSets.get(file.sopInstance()))
            .as(file.transferSyntax())
            .isEqualTo(SampleFiles.dataSet(file));
      }
    }
  }

  /** Orthanc speaks DICOM a little earlier than HTTP. */
  private void awaitHttp(PeerProcess orthanc, String url) throws Exception {
    while (orthanc.process().isAlive()) {
      try {
        send("GET", url + "/system", "").close();
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
  }

  private InputStream send(String method, String url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    var response = http.send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).as(url).isEqualTo(200);
    return response.body();
  }
}
