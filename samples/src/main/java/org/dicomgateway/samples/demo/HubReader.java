package org.dicomgateway.samples.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a hub what it serves, as any DICOMweb client would. Thread-safe. */
final class HubReader implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI hub;
  private final HttpClient http = HttpClient.newHttpClient();

  HubReader(URI hub) {
    this.hub = hub;
  }

  /** SOP Instance UIDs in a study's metadata (PS3.18 §10.4.1.1.2); none if it is not there yet. */
  Set<String> instances(String study) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(hub.resolve("/dicomweb/studies/" + study + "/metadata"))
            .header("Accept", "application/dicom+json")
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = decoded(response)) {
      Set<String> instances = new TreeSet<>();
      if (response.statusCode() == 200) {
        for (JsonNode instance : JSON.readTree(body)) {
          instances.add(instance.path("00080018").path("Value").path(0).asString());
        }
      } else if (response.statusCode() == 404 || response.statusCode() == 204) {
        // What is left unread ends its stream, and too many such end the connection.
        body.transferTo(OutputStream.nullOutputStream());
      } else {
        throw new IOException("hub answers " + response.statusCode() + " to " + request.uri());
      }
      return instances;
    }
  }

  private static InputStream decoded(HttpResponse<InputStream> response) throws IOException {
    boolean gzip =
        response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
    return gzip ? new GZIPInputStream(response.body()) : response.body();
  }

  @Override
  public void close() {
    http.close();
  }
}
