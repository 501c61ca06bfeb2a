package org.dicomgateway.spoke.destination;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.Optional;

/**
 * The proxy on the way to a hub, if there is one. Immutable.
 *
 * @param address {@code http://[user:password@]host:port}; empty if there is none
 */
public record HttpProxy(Optional<URI> address) {
  static {
    // A proxy's password goes to the proxy in clear text, as it does from every browser.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
  }

  /** Has a client go through it. */
  public void lead(HttpClient.Builder client) {
    address
        .map(proxy -> new InetSocketAddress(proxy.getHost(), proxy.getPort()))
        .ifPresent(proxy -> client.proxy(ProxySelector.of(proxy)));
  }

  /** Has a request show it user and password, if it wants them (RFC 9110 §11.7.2). */
  public void admit(HttpRequest.Builder request) {
    address
        .map(URI::getUserInfo)
        .ifPresent(
            login ->
                request.header(
                    "Proxy-Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8))));
  }
}
