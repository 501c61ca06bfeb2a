package org.dicomgateway.spoke.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.dicomgateway.spoke.destination.HttpProxy;
import org.dicomgateway.tls.TlsSettings;

/**
 * A small question to the hub, over a connection of its own.
 *
 * @param authorities as {@code --hub-ca}
 * @param proxy as {@code --proxy}
 */
public record HubQuestion(URI hub, Optional<Path> authorities, Optional<URI> proxy) {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /**
   * Asks.
   *
   * @param token empty: what everybody may ask (OPTIONS)
   * @throws IOException if there is no answer
   */
  HttpResponse<String> ask(String path, Optional<String> token)
      throws IOException, InterruptedException {
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
    if (authorities.isPresent()) {
      client.sslContext(
          new TlsSettings(authorities, Optional.empty(), TlsSettings.PeerName.CHECKED).context());
    }
    HttpProxy between = new HttpProxy(proxy);
    between.lead(client);
    URI address = URI.create(hub.toString().replaceAll("/+$", "") + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    between.admit(request);
    token.ifPresent(one -> request.header("Authorization", "Bearer " + one));
    String method = token.isPresent() ? "GET" : "OPTIONS";
    try (HttpClient http = client.build()) {
      return http.send(
          request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }
  }
}
