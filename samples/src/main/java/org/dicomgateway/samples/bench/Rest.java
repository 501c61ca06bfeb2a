package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks servers for JSON. */
final class Rest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Rest() {}

  static JsonNode get(URI resource) throws IOException, InterruptedException {
    return call("GET", resource, BodyPublishers.noBody());
  }

  static JsonNode post(URI resource, BodyPublisher body) throws IOException, InterruptedException {
    return call("POST", resource, body);
  }

  private static JsonNode call(String method, URI resource, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(resource)
            .header("Accept", "application/dicom+json, application/json")
            .method(method, body)
            .build();
    HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
    if (response.statusCode() == 204) {
      return JsonMapper.shared().createArrayNode();
    }
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s answers %d: %s".formatted(resource, response.statusCode(), response.body()));
    }
    return JsonMapper.shared().readTree(response.body());
  }
}
