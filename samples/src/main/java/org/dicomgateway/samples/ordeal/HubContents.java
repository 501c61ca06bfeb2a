package org.dicomgateway.samples.ordeal;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dicomgateway.dimse.service.InstanceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a hub has, by DICOMweb and in its folder.
 *
 * @param data the hub's folder, which holds its archive
 */
public record HubContents(URI hub, Path data) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int PAGE = 1000;

  /** Instances that can be found: how often each, and where. */
  private record Found(String path, int count) {
    Found more(Found other) {
      return new Found(path, count + other.count);
    }
  }

  /** Number of instances in all studies, as the hub tells it (QIDO-RS). */
  public int count() throws IOException, InterruptedException {
    int count = 0;
    for (JsonNode study : json("/dicomweb/studies?limit=" + PAGE)) {
      count += study.path("00201208").path("Value").path(0).asInt();
    }
    return count;
  }

  /**
   * Holds it against what was acknowledged; reads every instance.
   *
   * @param folder for a temporary file
   */
  public Verdict verify(Collection<InstanceFile> acknowledged, Path folder)
      throws IOException, InterruptedException {
    Map<String, Found> found = found();
    List<String> missing = new ArrayList<>();
    List<String> different = new ArrayList<>();
    Path returned = Files.createDirectories(folder).resolve("returned.dcm");
    List<String> known = new ArrayList<>();
    for (InstanceFile file : acknowledged) {
      known.add(file.sopInstance());
      Found instance = found.get(file.sopInstance());
      if (instance == null) {
        missing.add(file.sopInstance());
      } else {
        retrieve(instance.path, returned);
        if (!Digest.ofOurs(returned).equals(Digest.ofDataSet(file))) {
          different.add(file.sopInstance());
        }
      }
    }
    List<String> unknown = new ArrayList<>(found.keySet());
    unknown.removeAll(known);
    return new Verdict(
        known.size(), missing, unknown, duplicate(found), different, archivedTwice());
  }

  private Map<String, Found> found() throws IOException, InterruptedException {
    Map<String, Found> found = new HashMap<>();
    int seen = 0;
    JsonNode page;
    do {
      page = json("/dicomweb/instances?limit=" + PAGE + "&offset=" + seen);
      seen += page.size();
      for (JsonNode match : page) {
        String instance = value(match, "00080018");
        String path =
            "/dicomweb/studies/%s/series/%s/instances/%s"
                .formatted(value(match, "0020000D"), value(match, "0020000E"), instance);
        found.merge(instance, new Found(path, 1), Found::more);
      }
    } while (!page.isEmpty());
    return found;
  }

  private List<String> duplicate(Map<String, Found> found)
      throws IOException, InterruptedException {
    List<String> duplicate = new ArrayList<>();
    found.forEach(
        (instance, where) -> {
          if (where.count > 1) {
            duplicate.add(instance);
          }
        });
    json("/api/conflicts")
        .path("instances")
        .forEach(conflict -> duplicate.add(conflict.toString()));
    return duplicate;
  }

  /** Reads the directories of all packs. */
  private List<String> archivedTwice() throws IOException {
    Map<String, Integer> copies = new HashMap<>();
    try (Stream<Path> files = Files.walk(data.resolve("objects"))) {
      for (Path pack : files.filter(file -> file.toString().endsWith(".zip")).toList()) {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
          zip.stream()
              .filter(entry -> entry.getName().endsWith(".dcm"))
              .forEach(entry -> copies.merge(entry.getName(), 1, Integer::sum));
        }
      }
    }
    return copies.keySet().stream().filter(name -> copies.get(name) > 1).toList();
  }

  private static String value(JsonNode object, String tag) {
    return object.path(tag).path("Value").path(0).asString();
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = get(path, "application/dicom+json, application/json");
    try (InputStream body = response.body()) {
      return response.statusCode() == 204
          ? JsonMapper.shared().createArrayNode()
          : JsonMapper.shared().readTree(body.readAllBytes());
    }
  }

  private void retrieve(String path, Path file) throws IOException, InterruptedException {
    try (InputStream body = get(path, "application/dicom; transfer-syntax=*").body()) {
      Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private HttpResponse<InputStream> get(String path, String accept)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(hub.resolve(path)).header("Accept", accept).build();
    HttpResponse<InputStream> response = HTTP.send(request, BodyHandlers.ofInputStream());
    if (response.statusCode() / 100 != 2) {
      response.body().close();
      throw new IOException("hub answers %d to %s".formatted(response.statusCode(), path));
    }
    return response;
  }
}
