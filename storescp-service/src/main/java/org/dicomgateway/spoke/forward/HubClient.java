package org.dicomgateway.spoke.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.dicomgateway.transfer.HubTrace;
import org.dicomgateway.transfer.Receipt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The spoke's end of the wire, see {@link org.dicomgateway.transfer}. Thread-safe. */
final class HubClient implements AutoCloseable {
  /** A line on which no byte moves for so long is dead, whatever TCP thinks of it. */
  static final Duration STALL = Duration.ofSeconds(20);

  private static final String BYTES = "application/offset+octet-stream";
  private static final JsonMapper JSON = new JsonMapper();

  private final HubConnection connection;
  private final String token;
  private final Duration stall;
  private final Runnable onAnswer;

  /**
   * @param token the site's token
   * @param stall how long nothing may move
   * @param onAnswer called when a request did what it should
   */
  HubClient(HubConnection connection, String token, Duration stall, Runnable onAnswer) {
    this.connection = connection;
    this.token = token;
    this.stall = stall;
    this.onAnswer = onAnswer;
  }

  /** Asks whether the hub is there, which needs no token. */
  void probe() throws HubException, InterruptedException {
    try {
      connection.probe(stall);
    } catch (IOException e) {
      throw new HubException(e);
    }
  }

  /**
   * Creates an upload with its first bytes; again for a known pack changes nothing.
   *
   * @return the hub's offset; empty if it took the name only
   */
  OptionalLong create(String packId, long length, MeteredStream bytes)
      throws HubException, InterruptedException {
    String name = Base64.getEncoder().encodeToString(packId.getBytes(UTF_8));
    HttpRequest request =
        tus("/transfers")
            .header("Upload-Length", Long.toString(length))
            .header("Upload-Metadata", "packId " + name)
            .header("Content-Type", BYTES)
            .POST(BodyPublishers.ofInputStream(() -> bytes))
            .build();
    return expect(send(request, bytes::taken, stall), 201)
        .headers()
        .firstValueAsLong("Upload-Offset");
  }

  /** How many bytes of a pack the hub has; empty if it does not know the pack. */
  OptionalLong offset(String packId) throws HubException, InterruptedException {
    HttpResponse<String> response = send(tus(upload(packId)).HEAD().build());
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
    HttpRequest request =
        tus(upload(packId))
            .header("Upload-Offset", Long.toString(offset))
            .header("Content-Type", BYTES)
            .method("PATCH", BodyPublishers.ofInputStream(() -> bytes))
            .build();
    return uploadOffset(expect(send(request, bytes::taken, stall), 204));
  }

  /**
   * What the hub says of a pack; empty if it does not know it.
   *
   * @param patience how long the hub may wait for news, 0 to 30 seconds
   */
  Optional<Receipt> receipt(String packId, Duration patience)
      throws HubException, InterruptedException {
    String path = upload(packId) + "/receipt?wait=" + patience.toSeconds();
    HttpResponse<String> response =
        send(authorized(path).GET().build(), () -> 0, stall.plus(patience));
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
    String path = "/transfers/trace?study=" + URLEncoder.encode(studyInstanceUid, UTF_8);
    HttpResponse<String> response = send(authorized(path).GET().build());
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
    HttpResponse<String> response = send(tus(upload(packId)).DELETE().build());
    if (response.statusCode() != 404) {
      expect(response, 204);
    }
  }

  private static String upload(String packId) {
    return "/transfers/" + packId;
  }

  private HttpRequest.Builder authorized(String path) {
    return connection.request(path).header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder tus(String path) {
    return authorized(path).header("Tus-Resumable", "1.0.0");
  }

  private HttpResponse<String> send(HttpRequest request) throws HubException, InterruptedException {
    return send(request, () -> 0, stall);
  }

  private HttpResponse<String> send(HttpRequest request, LongSupplier moved, Duration patience)
      throws HubException, InterruptedException {
    try {
      return connection.send(request, moved, patience);
    } catch (IOException e) {
      throw new HubException(e);
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
                detail(response.body())),
        retryAfter(response));
  }

  /** In seconds; a date, which needs clocks that agree, is taken as none. */
  private static Duration retryAfter(HttpResponse<?> response) {
    try {
      return Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(0));
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
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
    connection.close();
  }
}
