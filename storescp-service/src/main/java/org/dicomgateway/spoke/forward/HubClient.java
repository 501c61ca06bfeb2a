package org.dicomgateway.spoke.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dicomgateway.transfer.HubTrace;
import org.dicomgateway.transfer.Receipt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The spoke's end of the wire, see {@link org.dicomgateway.transfer}. Thread-safe. */
final class HubClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Of a question that a person waits for. */
  private static final Duration QUESTION = Duration.ofSeconds(15);

  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** A line on which no byte moves for so long is dead, whatever TCP thinks of it. */
  static final Duration STALL = Duration.ofSeconds(60);

  private static final JsonMapper JSON = new JsonMapper();

  private final URI transfers;
  private final String token;
  private final Duration stall;
  private final Runnable onAnswer;
  private final HttpClient http;

  /**
   * @param hub address of the hub, http or https
   * @param token the site's token
   * @param stall how long an upload may stand still
   * @param onAnswer called when a request did what it should
   */
  HubClient(URI hub, String token, Duration stall, Runnable onAnswer) {
    this.stall = stall;
    this.onAnswer = onAnswer;
    this.transfers = URI.create(hub.toString().replaceAll("/+$", "") + "/transfers");
    this.token = token;
    // Over plain HTTP an upgrade to HTTP/2 would have to travel with an upload; TLS agrees before.
    HttpClient.Version version =
        "https".equals(hub.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    this.http = HttpClient.newBuilder().version(version).connectTimeout(CONNECT).build();
  }

  /** Creates an upload; again for a known pack changes nothing. */
  void create(String packId, long length) throws HubException, InterruptedException {
    String name = Base64.getEncoder().encodeToString(packId.getBytes(UTF_8));
    HttpRequest request =
        tus(transfers)
            .header("Upload-Length", Long.toString(length))
            .header("Upload-Metadata", "packId " + name)
            .timeout(ANSWER)
            .POST(BodyPublishers.noBody())
            .build();
    expect(send(request), 201);
  }

  /** How many bytes of a pack the hub has; empty if it does not know the pack. */
  OptionalLong offset(String packId) throws HubException, InterruptedException {
    HttpRequest request = tus(upload(packId)).timeout(ANSWER).HEAD().build();
    HttpResponse<String> response = send(request);
    if (response.statusCode() == 404) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(uploadOffset(expect(response, 200)));
  }

  /**
   * Appends bytes.
   *
   * @return the hub's offset afterwards
   */
  long append(String packId, long offset, MeteredStream bytes)
      throws HubException, InterruptedException {
    BodyPublisher body =
        BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> bytes), bytes.length());
    HttpRequest request =
        tus(upload(packId))
            .header("Upload-Offset", Long.toString(offset))
            .header("Content-Type", "application/offset+octet-stream")
            .method("PATCH", body)
            .build();
    return uploadOffset(expect(sendWatched(request, bytes), 204));
  }

  /**
   * What the hub says of a pack; empty if it does not know it.
   *
   * @param patience how long the hub may wait for news, 0 to 30 seconds
   */
  Optional<Receipt> receipt(String packId, Duration patience)
      throws HubException, InterruptedException {
    URI uri = URI.create(upload(packId) + "/receipt?wait=" + patience.toSeconds());
    HttpResponse<String> response =
        send(authorized(uri).timeout(ANSWER.plus(patience)).GET().build());
    if (response.statusCode() == 404) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(expect(response, 200).body(), Receipt.class));
    } catch (JacksonException e) {
      throw new HubException(
          HubException.Kind.UNEXPECTED, "a receipt that is none: " + e.getOriginalMessage());
    }
  }

  /** What the hub remembers of this site's packs of a study; empty if there are none. */
  Optional<HubTrace> trace(String studyInstanceUid) throws HubException, InterruptedException {
    URI uri = URI.create(transfers + "/trace?study=" + URLEncoder.encode(studyInstanceUid, UTF_8));
    HttpResponse<String> response = send(authorized(uri).timeout(QUESTION).GET().build());
    if (response.statusCode() == 404) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(expect(response, 200).body(), HubTrace.class));
    } catch (JacksonException e) {
      throw new HubException(
          HubException.Kind.UNEXPECTED, "a trace that is none: " + e.getOriginalMessage());
    }
  }

  /** Makes the hub forget an unfinished upload. */
  void forget(String packId) throws HubException, InterruptedException {
    HttpResponse<String> response = send(tus(upload(packId)).timeout(ANSWER).DELETE().build());
    if (response.statusCode() != 404) {
      expect(response, 204);
    }
  }

  private URI upload(String packId) {
    return URI.create(transfers + "/" + packId);
  }

  private HttpRequest.Builder authorized(URI uri) {
    return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder tus(URI uri) {
    return authorized(uri).header("Tus-Resumable", "1.0.0");
  }

  private HttpResponse<String> send(HttpRequest request) throws HubException, InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new HubException(e);
    }
  }

  /** An upload may take as long as it wants, as long as it moves. */
  private HttpResponse<String> sendWatched(HttpRequest request, MeteredStream body)
      throws HubException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.ofString());
    long seen = -1;
    try {
      while (true) {
        try {
          return answer.get(stall.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (body.taken() == seen) {
            throw new HubException(
                HubException.Kind.UNREACHABLE, "no byte moved for " + stall.toSeconds() + " s");
          }
          seen = body.taken();
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw new HubException(broken);
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private HttpResponse<String> expect(HttpResponse<String> response, int status)
      throws HubException {
    if (response.statusCode() == status) {
      onAnswer.run();
      return response;
    }
    throw new HubException(
        HubException.Kind.of(response.statusCode()),
        "%s %s: %d %s"
            .formatted(
                response.request().method(),
                response.uri().getPath(),
                response.statusCode(),
                detail(response.body())));
  }

  /** The problem's detail (RFC 9457), or the beginning of whatever a proxy answers. */
  private static String detail(String body) {
    try {
      return JSON.readTree(body).path("detail").asString();
    } catch (JacksonException e) {
      return body.substring(0, Math.min(body.length(), 200)).strip();
    }
  }

  private static long uploadOffset(HttpResponse<?> response) throws HubException {
    OptionalLong offset = response.headers().firstValueAsLong("Upload-Offset");
    return offset.orElseThrow(
        () ->
            new HubException(
                HubException.Kind.UNEXPECTED, "an answer without Upload-Offset; is this a hub?"));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
