package org.dicomgateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that do not do what they should, or whose answers get lost. */
class UnreliableS3Test {
  private record Stored(int length, String sha256) {}

  @TempDir Path folder;
  private final Map<String, Stored> objects = new ConcurrentHashMap<>();
  private final AtomicInteger puts = new AtomicInteger();
  private HttpServer server;
  private boolean createOnly = true;
  private int lostAnswers;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private S3Store open() throws IOException {
    String url =
        "http://127.0.0.1:%d/packs?region=us-east-1".formatted(server.getAddress().getPort());
    return S3Store.open(S3Location.of(url, Optional.of(new S3Location.Keys("key", "secret-key"))));
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    switch (exchange.getRequestMethod()) {
      case "PUT" -> put(exchange, path, body.length);
      case "HEAD" -> head(exchange, path);
      case "DELETE" -> end(exchange, 204);
      default -> post(exchange);
    }
  }

  /** Multipart uploads can be begun, and never completed over an object that is there. */
  private static void post(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getQuery().contains("uploadId")) {
      end(exchange, 412);
      return;
    }
    byte[] begun =
        """
        <InitiateMultipartUploadResult><Bucket>packs</Bucket><Key>k</Key>
        <UploadId>u</UploadId></InitiateMultipartUploadResult>"""
            .getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    exchange.sendResponseHeaders(200, begun.length);
    exchange.getResponseBody().write(begun);
    exchange.close();
  }

  private void put(HttpExchange exchange, String path, int length) throws IOException {
    boolean isPack = path.endsWith(".zip");
    if (isPack) {
      puts.incrementAndGet();
    }
    if (createOnly
        && "*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
        && objects.containsKey(path)) {
      end(exchange, 412);
      return;
    }
    String sha256 = exchange.getRequestHeaders().getFirst("x-amz-meta-sha256");
    objects.put(path, new Stored(length, sha256 == null ? "" : sha256));
    if (isPack && lostAnswers > 0) {
      lostAnswers--;
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().add("ETag", "\"1\"");
    end(exchange, 200);
  }

  private void head(HttpExchange exchange, String path) throws IOException {
    Stored stored = objects.get(path);
    if (stored != null) {
      exchange.getResponseHeaders().add("x-amz-meta-sha256", stored.sha256());
      exchange.getResponseHeaders().add("Content-Length", Integer.toString(stored.length()));
      exchange.getResponseHeaders().add("ETag", "\"1\"");
      exchange.getResponseHeaders().add("Last-Modified", "Sun, 01 Mar 2026 10:30:00 GMT");
    }
    end(exchange, stored != null || path.matches("/packs/?") ? 200 : 404);
  }

  private static void end(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void refusesAServerThatOverwritesInSpiteOfTheHeader() {
    createOnly = false;
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not keep an object from being overwritten");
  }

  @Test
  void findsItsOwnObjectAfterTheAnswerWasLost() throws Exception {
    String sha256 = "ab".repeat(32);
    Path file = Files.write(folder.resolve("pack"), new byte[1000]);
    try (S3Store store = open()) {
      lostAnswers = 1;
      store.create("a/b/c.zip", file, sha256);
      assertThat(puts).hasValue(2);
      assertThat(store.size("a/b/c.zip")).contains(1000L);
      assertThatThrownBy(() -> store.create("a/b/c.zip", file, "cd".repeat(32)))
          .isInstanceOf(ObjectExistsException.class);
    }
  }
}
