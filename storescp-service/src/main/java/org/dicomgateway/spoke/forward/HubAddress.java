package org.dicomgateway.spoke.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.dicomgateway.tls.TlsSettings;
import org.dicomgateway.tls.TlsSettings.PeerName;

/** Where the hub is, through which proxy, and whose certificate it shows. Thread-safe. */
final class HubAddress {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  static {
    // A proxy's password goes to the proxy in clear text, as it does from every browser.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    // Longer than the time between two heartbeats, in seconds.
    System.setProperty("jdk.httpclient.keepalivetimeout", "90");
    System.setProperty("jdk.httpclient.keepalivetimeout.h2", "90");
  }

  private final ForwardSettings settings;
  private final Optional<SSLContext> trust;

  /**
   * @throws IOException if the certificates to trust cannot be read
   */
  HubAddress(ForwardSettings settings) throws IOException {
    this.settings = settings;
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
    settings
        .proxy()
        .map(proxy -> new InetSocketAddress(proxy.getHost(), proxy.getPort()))
        .ifPresent(proxy -> client.proxy(ProxySelector.of(proxy)));
    return client.build();
  }

  /** Begins a request of the protocol, to a path below the hub's address. */
  HttpRequest.Builder request(String path) {
    String address = settings.hub().toString().replaceAll("/+$", "");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    settings
        .proxy()
        .map(URI::getUserInfo)
        .ifPresent(
            login ->
                request.header(
                    "Proxy-Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8))));
    return request;
  }
}
