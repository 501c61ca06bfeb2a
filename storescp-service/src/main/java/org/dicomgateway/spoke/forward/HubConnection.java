package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The one connection to the hub, over which all requests go at once by HTTP/2. It is made by a
 * request without a body: over plain HTTP the upgrade to HTTP/2 has to travel with one, and many
 * that came first would each make a connection. One on which nothing moves any more is left, and
 * the next request makes another. Thread-safe.
 */
final class HubConnection implements AutoCloseable {
  /** Of a probe: the least of so many is what the line takes. */
  private static final int GREETINGS = 5;

  private final HubAddress address;
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
    this.address = new HubAddress(settings);
    this.onRoundTrip = onRoundTrip;
    this.http = address.client();
  }

  /** Begins a request of the protocol, to a path below the hub's address. */
  HttpRequest.Builder request(String path) {
    return address.request(path);
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
      return Exchange.send(client, request, moved, stall);
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
    int status = Exchange.send(client, greeting, () -> 0, patience).statusCode();
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
        http = address.client();
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
