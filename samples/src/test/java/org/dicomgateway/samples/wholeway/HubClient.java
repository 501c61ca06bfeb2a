package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a hub by DICOMweb. */
final class HubClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int PAGE = 1000;

  private final URI hub;

  HubClient(URI hub) {
    this.hub = hub;
  }

  /** Where an instance is found. */
  record Address(String study, String series, String instance) {
    String path() {
      return "/dicomweb/studies/%s/series/%s/instances/%s".formatted(study, series, instance);
    }
  }

  /** Looks for an instance by its UID alone (QIDO-RS). */
  Optional<Address> find(String instance) throws IOException, InterruptedException {
    List<Address> found = search("/dicomweb/instances?SOPInstanceUID=" + instance);
    assertThat(found).as("instance " + instance).hasSizeLessThanOrEqualTo(1);
    return found.stream().findFirst();
  }

  /** All instances the hub shows. */
  List<Address> all() throws IOException, InterruptedException {
    List<Address> all = new ArrayList<>();
    List<Address> page;
    do {
      page = search("/dicomweb/instances?limit=" + PAGE + "&offset=" + all.size());
      all.addAll(page);
    } while (!page.isEmpty());
    return all;
  }

  private List<Address> search(String query) throws IOException, InterruptedException {
    List<Address> found = new ArrayList<>();
    for (JsonNode match : json(query)) {
      found.add(
          new Address(
              value(match, "0020000D"), value(match, "0020000E"), value(match, "00080018")));
    }
    return found;
  }

  /** SOP Instance UIDs of a study's metadata; none if there is no such study. */
  Set<String> metadata(String study) throws IOException, InterruptedException {
    Set<String> instances = new TreeSet<>();
    json("/dicomweb/studies/" + study + "/metadata")
        .forEach(instance -> instances.add(value(instance, "00080018")));
    return instances;
  }

  /** A JSON resource; nothing for 204 and 404. */
  JsonNode json(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(hub.resolve(path))
            .header("Accept", "application/dicom+json, application/json")
            .build();
    HttpResponse<InputStream> response = HTTP.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() == 204 || response.statusCode() == 404) {
        return JSON.createArrayNode();
      }
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      return JSON.readTree(body);
    }
  }

  private static String value(JsonNode object, String tag) {
    return object.path(tag).path("Value").path(0).asString();
  }

  /** Fetches an instance as a DICOM file in the transfer syntax it is stored in (WADO-RS). */
  void retrieve(Address instance, Path file) throws IOException, InterruptedException {
    fetch(instance.path(), file);
  }

  /** Fetches a DICOM file. */
  void fetch(String path, Path file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(hub.resolve(path))
            .header("Accept", "application/dicom; transfer-syntax=*")
            .build();
    HttpResponse<InputStream> response = HTTP.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Waits until a study's metadata shows all of some instances. */
  void awaitMetadata(String study, Collection<String> instances) throws Exception {
    Eventually.isTrue(
        "metadata of study " + study + " shows " + instances.size() + " instances",
        () -> metadata(study).containsAll(instances));
  }
}
