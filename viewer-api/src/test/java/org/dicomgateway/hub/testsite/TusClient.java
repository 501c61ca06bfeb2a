package org.dicomgateway.hub.testsite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Base64;
import org.dicomgateway.transfer.Receipt;
import tools.jackson.databind.json.JsonMapper;

/** A site's end of the line. */
public final class TusClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String hub;
  private final String token;

  public TusClient(String hub, String token) {
    this.hub = hub;
    this.token = token;
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(hub + path))
        .header("Authorization", "Bearer " + token)
        .header("Tus-Resumable", "1.0.0");
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> create(String packId, long length)
      throws IOException, InterruptedException {
    String name = Base64.getEncoder().encodeToString(packId.getBytes(UTF_8));
    return send(
        request("/transfers")
            .header("Upload-Length", Long.toString(length))
            .header("Upload-Metadata", "packId " + name)
            .POST(BodyPublishers.noBody()));
  }

  public HttpResponse<String> head(String packId) throws IOException, InterruptedException {
    return send(request("/transfers/" + packId).HEAD());
  }

  public long offset(String packId) throws IOException, InterruptedException {
    return head(packId).headers().firstValueAsLong("Upload-Offset").orElseThrow();
  }

  public HttpResponse<String> append(String packId, byte[] pack, int from, int to)
      throws IOException, InterruptedException {
    return append(packId, from, BodyPublishers.ofByteArray(Arrays.copyOfRange(pack, from, to)));
  }

  public HttpResponse<String> append(String packId, long from, BodyPublisher body)
      throws IOException, InterruptedException {
    return send(
        request("/transfers/" + packId)
            .header("Upload-Offset", Long.toString(from))
            .header("Content-Type", "application/offset+octet-stream")
            .method("PATCH", body));
  }

  /** Begins to send a whole pack on a connection of its own, and stops after some bytes. */
  public Socket connectAndAppend(String packId, byte[] pack, int count) throws IOException {
    URI uri = URI.create(hub);
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    String head =
        """
        PATCH /transfers/%s HTTP/1.1
        Host: hub
        Authorization: Bearer %s
        Tus-Resumable: 1.0.0
        Upload-Offset: 0
        Content-Type: application/offset+octet-stream
        Content-Length: %d

        """
            .formatted(packId, token, pack.length)
            .replace("\n", "\r\n");
    socket.getOutputStream().write(head.getBytes(UTF_8));
    socket.getOutputStream().write(pack, 0, count);
    socket.getOutputStream().flush();
    return socket;
  }

  public HttpResponse<String> delete(String packId) throws IOException, InterruptedException {
    return send(request("/transfers/" + packId).DELETE());
  }

  public HttpResponse<String> askReceipt(String packId, int wait)
      throws IOException, InterruptedException {
    return send(request("/transfers/" + packId + "/receipt?wait=" + wait));
  }

  public Receipt receipt(String packId) throws IOException, InterruptedException {
    return JSON.readValue(askReceipt(packId, 30).body(), Receipt.class);
  }

  /** Sends a pack in one go and gives its receipt. */
  public Receipt deliver(TestPack pack) throws IOException, InterruptedException {
    byte[] bytes = pack.bytes();
    create(pack.id(), bytes.length);
    append(pack.id(), bytes, 0, bytes.length);
    return receipt(pack.id());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
