package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.dicomgateway.spoke.destination.HttpProxy;
import org.dicomgateway.tls.TlsSettings;
import org.dicomgateway.tls.TlsSettings.PeerName;

/** Where the hub is, through which proxy, and whose certificate it shows. Thread-safe. */
final class HubAddress {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  static {
    // Longer than the time between two heartbeats, in seconds.
    System.setProperty("jdk.httpclient.keepalivetimeout", "90");
    System.setProperty("jdk.httpclient.keepalivetimeout.h2", "90");
  }

  private final ForwardSettings settings;
  private final HttpProxy proxy;
  private final Optional<SSLContext> trust;

  /**
   * @throws IOException if the certificates to trust cannot be read
   */
  HubAddress(ForwardSettings settings) throws IOException {
    this.settings = settings;
    this.proxy = new HttpProxy(settings.proxy());
    this.trust =
        settings.authorities().isPresent()
            ? Optional.of(
                new TlsSettings(settings.authorities(), Optional.empty(), PeerName.CHECKED)
                    .context())
            : Optional.empty();
  }

  /** Makes a client that has no connection yet. */
  HttpClient client() {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .connectTimeout(CONNECT)
            .executor(Executors.newVirtualThreadPerTaskExecutor());
    trust.ifPresent(client::sslContext);
    proxy.lead(client);
    return client.build();
  }

  /** Begins a request of the protocol, to a path below the hub's address. */
  HttpRequest.Builder request(String path) {
    String address = settings.hub().toString().replaceAll("/+$", "");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    proxy.admit(request);
    return request;
  }
}
