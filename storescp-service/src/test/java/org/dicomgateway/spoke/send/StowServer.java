package org.dicomgateway.spoke.send;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;

/** Takes STOW-RS requests apart and answers as the test says. */
final class StowServer implements AutoCloseable {
  /** What is answered to a request. */
  record Reply(int status, String body, Map<String, String> headers) {
    static Reply status(int status) {
      return new Reply(status, "", Map.of());
    }

    /**
     * 200 or 202 with what became of each; 0: taken, over 0xB000 and below 0xC000: with warning.
     */
    static Reply of(Map<String, Integer> codes) {
      List<String> taken = new ArrayList<>();
      List<String> failed = new ArrayList<>();
      codes.forEach(
          (sop, code) -> {
            String item = "{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"" + sop + "\"]}";
            boolean isWarning = code >> 12 == 0xB;
            if (code == 0) {
              taken.add(item + "}");
            } else if (isWarning) {
              taken.add(item + ",\"00081196\":{\"vr\":\"US\",\"Value\":[" + code + "]}}");
            } else {
              failed.add(item + ",\"00081197\":{\"vr\":\"US\",\"Value\":[" + code + "]}}");
            }
          });
      String body =
          "{\"00081198\":{\"vr\":\"SQ\",\"Value\":[%s]},\"00081199\":{\"vr\":\"SQ\",\"Value\":[%s]}}"
              .formatted(String.join(",", failed), String.join(",", taken));
      return new Reply(failed.isEmpty() ? 200 : taken.isEmpty() ? 409 : 202, body, Map.of());
    }
  }

  /** Answers a request to store these. */
  @FunctionalInterface
  interface Answers {
    Reply to(List<String> sopInstanceUids) throws IOException;
  }

  final List<List<String>> requests = new CopyOnWriteArrayList<>();
  final Map<String, byte[]> files = new ConcurrentHashMap<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();
  volatile Answers answers = sops -> taken(sops);
  volatile Reply search = Reply.status(204);
  private final HttpServer server;

  StowServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/dicom-web/studies", this::serve);
    server.start();
  }

  static Reply taken(List<String> sops) {
    Map<String, Integer> codes = new ConcurrentHashMap<>();
    sops.forEach(sop -> codes.put(sop, 0));
    return Reply.of(codes);
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port() + "/dicom-web/");
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      Reply reply = search;
      if (exchange.getRequestMethod().equals("POST")) {
        List<String> sops = parts(exchange);
        requests.add(sops);
        reply = answers.to(sops);
      }
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private List<String> parts(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (!type.startsWith("multipart/related; type=\"application/dicom\"; boundary=")) {
      throw new IOException(type);
    }
    byte[] delimiter =
        ("\r\n--" + type.substring(type.lastIndexOf('=') + 1)).getBytes(StandardCharsets.US_ASCII);
    byte[] body = ("\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] sent = exchange.getRequestBody().readAllBytes();
    body = Arrays.copyOf(body, sent.length + 2);
    System.arraycopy(sent, 0, body, 2, sent.length);
    List<String> sops = new ArrayList<>();
    int start = find(body, delimiter, 0);
    int next = find(body, delimiter, start + 1);
    while (next >= 0) {
      byte[] part = Arrays.copyOfRange(body, start + delimiter.length, next);
      byte[] head =
          "\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      if (!Arrays.equals(head, 0, head.length, part, 0, head.length)) {
        throw new IOException("a part without its head");
      }
      sops.add(keep(Arrays.copyOfRange(part, head.length, part.length)));
      start = next;
      next = find(body, delimiter, start + 1);
    }
    String end = new String(body, start + delimiter.length, body.length - start - delimiter.length);
    if (!end.equals("--\r\n")) {
      throw new IOException("no end but " + end);
    }
    return sops;
  }

  private String keep(byte[] file) throws IOException {
    String sop =
        Part10.read(new java.io.ByteArrayInputStream(file), ReadOptions.WHOLE)
            .dataSet()
            .string(Tag.SOPInstanceUID)
            .orElseThrow();
    files.put(sop, file);
    return sop;
  }

  private static int find(byte[] in, byte[] what, int from) {
    for (int i = Math.max(from, 0); i <= in.length - what.length; i++) {
      if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
