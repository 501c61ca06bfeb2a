package org.dicomgateway.spoke.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.dicomgateway.tls.TlsSettings;
import org.dicomgateway.tls.TlsSettings.PeerName;

/**
 * The one connection to the hub, over which all requests go at once by HTTP/2. It is made by a
 * request without a body: over plain HTTP the upgrade to HTTP/2 has to travel with one, and many
 * that came first would each make a connection. One on which nothing moves any more is left, and
 * the next request makes another. Thread-safe.
 */
final class HubConnection implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Of a probe: the least of so many is what the line takes. */
  private static final int GREETINGS = 5;

  /** How often in the time of a stall it is seen whether something moved. */
  private static final int LOOKS_A_STALL = 6;

  static {
    // A proxy's password goes to the proxy in clear text, as it does from every browser.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    // Longer than the time between two heartbeats, in seconds.
    System.setProperty("jdk.httpclient.keepalivetimeout", "90");
    System.setProperty("jdk.httpclient.keepalivetimeout.h2", "90");
  }

  private final ForwardSettings settings;
  private final Optional<SSLContext> trust;
  private final Consumer<Duration> onRoundTrip;
  private final ReentrantLock lock = new ReentrantLock();
  private HttpClient http;
  private boolean connected;
  private boolean closed;

  /**
   * Makes no connection yet.
   *
   * @param onRoundTrip told how long a request takes that carries nothing
   * @throws IOException if the certificates to trust cannot be read
   */
  HubConnection(ForwardSettings settings, Consumer<Duration> onRoundTrip) throws IOException {
    this.settings = settings;
    this.onRoundTrip = onRoundTrip;
    this.trust =
        settings.authorities().isPresent()
            ? Optional.of(trusting(settings.authorities()).context())
            : Optional.empty();
    this.http = client();
  }

  private static TlsSettings trusting(Optional<Path> authorities) {
    return new TlsSettings(authorities, Optional.empty(), PeerName.CHECKED);
  }

  private HttpClient client() {
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

  /**
   * Sends a request and waits for its answer.
   *
   * @param moved counts up while the request moves; an answer may take as long as it does
   * @param stall how long nothing may move
   * @throws IOException if there is no answer: whether the hub has the request is open
   */
  HttpResponse<String> send(HttpRequest request, LongSupplier moved, Duration stall)
      throws IOException, InterruptedException {
    HttpClient client = connect(stall);
    try {
      return exchange(client, request, moved, stall);
    } catch (TimeoutException e) {
      leave(client);
      throw new IOException("no byte moved for " + stall.toSeconds() + " s", e);
    } catch (IOException e) {
      disconnected(client);
      throw e;
    }
  }

  /** Asks whether the hub is there. */
  void probe(Duration patience) throws IOException, InterruptedException {
    HttpClient client = connect(patience);
    try {
      measure(client, GREETINGS, patience);
    } catch (TimeoutException e) {
      leave(client);
      throw new IOException("no answer for " + patience.toSeconds() + " s", e);
    } catch (IOException e) {
      disconnected(client);
      throw e;
    }
  }

  /** A proxy that refuses, or has no hub behind it, answers too. */
  private void greet(HttpClient client, Duration patience)
      throws IOException, InterruptedException, TimeoutException {
    HttpRequest greeting = request("/transfers").method("OPTIONS", BodyPublishers.noBody()).build();
    int status = exchange(client, greeting, () -> 0, patience).statusCode();
    if (status == 407) {
      throw new IOException("the proxy wants another user and password (407); see --proxy");
    }
    if (status >= 500) {
      throw new IOException("there is no hub behind its address now (%d)".formatted(status));
    }
  }

  /** Whoever comes first makes the connection, the others wait for it. */
  private HttpClient connect(Duration patience) throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      if (closed) {
        throw new InterruptedException("the connection is closed");
      }
      if (!connected) {
        greet(http, patience);
        connected = true;
        measureIfItAnswers(patience);
      }
      return http;
    } catch (TimeoutException e) {
      leave(http);
      throw new IOException("no answer for " + patience.toSeconds() + " s", e);
    } catch (IOException e) {
      connected = false;
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private void measureIfItAnswers(Duration patience) throws InterruptedException, TimeoutException {
    try {
      measure(http, 1, patience);
    } catch (IOException e) {
      // The request that comes now will tell.
    }
  }

  /**
   * On a connection that stands; the quickest of some, for one may wait for a process that has just
   * begun.
   */
  private void measure(HttpClient client, int greetings, Duration patience)
      throws IOException, InterruptedException, TimeoutException {
    long quickest = Long.MAX_VALUE;
    for (int greeting = 0; greeting < greetings; greeting++) {
      long start = System.nanoTime();
      greet(client, patience);
      quickest = Math.min(quickest, System.nanoTime() - start);
    }
    onRoundTrip.accept(Duration.ofNanos(quickest));
  }

  private static HttpResponse<String> exchange(
      HttpClient client, HttpRequest request, LongSupplier moved, Duration stall)
      throws IOException, InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      long seen = moved.getAsLong();
      long since = System.nanoTime();
      while (true) {
        try {
          return answer.get(stall.toMillis() / LOOKS_A_STALL, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (moved.getAsLong() > seen) {
            seen = moved.getAsLong();
            since = System.nanoTime();
          } else if (System.nanoTime() - since >= stall.toNanos()) {
            throw e;
          }
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private void disconnected(HttpClient client) {
    lock.lock();
    try {
      connected &= client != http;
    } finally {
      lock.unlock();
    }
  }

  /** Ends a connection on which nothing moves, with all requests on it. */
  private void leave(HttpClient client) {
    lock.lock();
    try {
      if (client == http && !closed) {
        connected = false;
        http = client();
        client.shutdownNow();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Does not wait for a connection that is being made. */
  @Override
  public void close() {
    HttpClient last = http;
    last.shutdownNow();
    lock.lock();
    try {
      closed = true;
      http.shutdownNow();
    } finally {
      lock.unlock();
    }
  }
}
