package org.dicomgateway.spoke.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.dicomgateway.spoke.destination.Credentials;
import org.dicomgateway.spoke.destination.DestinationSettings;
import org.dicomgateway.tls.TlsProfile;

/** Requests to a DICOMweb server. Thread-safe. */
final class StowClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final String JSON = "application/dicom+json";

  /** Of an answer: some hundred bytes an instance. */
  private static final int LONGEST_ANSWER = 16 << 20;

  private final DestinationSettings.Stow server;
  private final String base;
  private final Duration stall;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<HttpClient> client = Optional.empty();

  /**
   * @param stall how long nothing may move
   */
  StowClient(DestinationSettings.Stow server, Duration stall) {
    this.server = server;
    this.base = server.url().toString().replaceAll("/+$", "");
    this.stall = stall;
  }

  String base() {
    return base;
  }

  /** Stores instances (PS3.18 §10.5). */
  HttpResponse<byte[]> store(StowBody body) throws IOException, InterruptedException {
    HttpRequest request =
        request("/studies")
            .header("Content-Type", body.contentType())
            .header("Accept", JSON)
            .POST(body.publisher())
            .build();
    return exchange(request, body::moved);
  }

  /** Searches for any one study (PS3.18 §10.6), only to see how it is answered. */
  HttpResponse<byte[]> search() throws IOException, InterruptedException {
    return exchange(request("/studies?limit=1").header("Accept", JSON).GET().build(), () -> 0);
  }

  private HttpRequest.Builder request(String path) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    switch (server.credentials()) {
      case Credentials.None _ -> {}
      case Credentials.Basic(String user, var password) ->
          request.header("Authorization", "Basic " + base64(user + ":" + password.reveal()));
      case Credentials.Bearer(var token) ->
          request.header("Authorization", "Bearer " + token.reveal());
    }
    return request;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private HttpResponse<byte[]> exchange(HttpRequest request, LongSupplier moved)
      throws IOException, InterruptedException {
    try {
      return answer(request, moved);
    } catch (ConnectException e) {
      // The JDK leaves out the message where it is needed most.
      throw e.getMessage() == null ? new IOException("nobody answers at %s".formatted(base), e) : e;
    } catch (IOException e) {
      forget();
      throw e;
    }
  }

  private HttpResponse<byte[]> answer(HttpRequest request, LongSupplier moved)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client()
            .sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    try {
      long seen = -1;
      long since = System.nanoTime();
      while (true) {
        try {
          return answer.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (moved.getAsLong() > seen) {
            seen = moved.getAsLong();
            since = System.nanoTime();
          } else if (System.nanoTime() - since >= stall.toNanos()) {
            throw new IOException("no byte moved for %d s".formatted(stall.toSeconds()), e);
          }
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  /** Made when it is needed: certificates may be put right, or renewed, while the spoke runs. */
  private HttpClient client() throws IOException {
    lock.lock();
    try {
      if (client.isEmpty()) {
        client =
            Optional.of(
                HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .sslContext(TlsOf.settings(server.tls()).context())
                    .sslParameters(TlsProfile.parameters())
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build());
      }
      return client.get();
    } finally {
      lock.unlock();
    }
  }

  /** The next request makes another connection, by the certificates of then. */
  private void forget() {
    lock.lock();
    try {
      client.ifPresent(HttpClient::shutdown);
      client = Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      client.ifPresent(HttpClient::shutdownNow);
    } finally {
      lock.unlock();
    }
  }
}
