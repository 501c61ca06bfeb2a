package org.dicomgateway.spoke.forward;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.dicomgateway.pack.PackManifest;
import org.dicomgateway.pack.PackReader;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.transfer.HubTrace;
import org.dicomgateway.transfer.HubTrace.PackTrace;
import org.dicomgateway.transfer.Receipt;
import org.dicomgateway.transfer.Receipt.InstanceReceipt;
import org.dicomgateway.transfer.Receipt.Outcome;
import org.dicomgateway.transfer.Receipt.State;
import tools.jackson.databind.json.JsonMapper;

/** A hub in memory that speaks the wire as {@link org.dicomgateway.transfer} says, and fails. */
final class HubDouble implements AutoCloseable {
  static final String TOKEN = "secret";

  /** What goes wrong with one request. */
  sealed interface Fault {
    /** The answer is this status, and nothing is done. */
    record Status(int code) implements Fault {}

    /** The line is cut when so many bytes of the upload have come. */
    record CutAfter(int bytes) implements Fault {}

    /** The request is done, but its answer never comes. */
    record LoseAnswer() implements Fault {}

    /** The request is done, and then nothing moves until the hub is closed. */
    record Silence() implements Fault {}

    record None() implements Fault {}
  }

  /** A request as it came. */
  record Request(String method, String path) {
    boolean uploads() {
      return method.equals("POST") || method.equals("PATCH");
    }
  }

  @FunctionalInterface
  interface Faults {
    Fault of(Request request);
  }

  static final Fault NONE = new Fault.None();

  private static final class Upload {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final long length;

    Upload(long length) {
      this.length = length;
    }
  }

  private final HttpServer server;
  private final Map<String, Upload> uploads = new TreeMap<>();
  private final Map<String, Receipt> receipts = new HashMap<>();
  private final Map<String, Integer> archived = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private long bytesReceived;
  private volatile boolean closed;
  volatile Faults faults = request -> NONE;

  /** Instances that make the hub reject a pack. */
  volatile Predicate<PackedInstance> rejects = instance -> false;

  /** Instances that a receipt leaves out, once. */
  volatile Predicate<PackedInstance> forgets = instance -> false;

  HubDouble() throws IOException {
    this(0);
  }

  HubDouble(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/transfers", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** How often each instance was archived, by SOP Instance UID and digest. */
  synchronized Map<String, Integer> archived() {
    return new HashMap<>(archived);
  }

  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Names of the packs that came, in their order. */
  synchronized List<String> packs() {
    return List.copyOf(uploads.keySet());
  }

  /** Bytes of uploads that came over the line, repeated ones too. */
  synchronized long bytesReceived() {
    return bytesReceived;
  }

  /** Bytes of all packs that are whole. */
  synchronized long bytesOfPacks() {
    return uploads.values().stream().mapToLong(upload -> upload.bytes.size()).sum();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Request request = new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
    Fault fault;
    synchronized (this) {
      requests.add(request);
      fault = faults.of(request);
    }
    try (exchange) {
      switch (fault) {
        case Fault.Status(int code) -> answer(exchange, new Answer(code, "{\"detail\":\"fault\"}"));
        case Fault.CutAfter(int bytes) -> perform(exchange, request, bytes);
        case Fault.LoseAnswer() -> perform(exchange, request, Integer.MAX_VALUE);
        case Fault.Silence() -> {
          perform(exchange, request, Integer.MAX_VALUE);
          while (!closed) {
            Thread.onSpinWait();
          }
        }
        case Fault.None() -> answer(exchange, perform(exchange, request, Integer.MAX_VALUE));
      }
    }
  }

  private record Answer(int status, String body, long offset, long length) {
    Answer(int status, String body) {
      this(status, body, -1, -1);
    }

    Answer as(int other) {
      return status == 204 ? new Answer(other, body, offset, length) : this;
    }
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.offset >= 0) {
      exchange.getResponseHeaders().add("Upload-Offset", Long.toString(answer.offset));
      exchange.getResponseHeaders().add("Upload-Length", Long.toString(answer.length));
    }
    byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private Answer perform(HttpExchange exchange, Request request, int most) throws IOException {
    if (request.method.equals("OPTIONS")) {
      return new Answer(204, "");
    }
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return new Answer(401, "{\"detail\":\"no such token\"}");
    }
    String[] path = request.path.split("/");
    if (request.method.equals("POST")) {
      return create(exchange, most);
    }
    if (path.length == 4) {
      return receipt(path[2]);
    }
    return switch (request.method) {
      case "GET" -> trace();
      case "HEAD" -> offset(path[2]);
      case "PATCH" -> append(exchange, path[2], most);
      case "DELETE" -> forget(path[2]);
      default -> new Answer(405, "");
    };
  }

  private Answer create(HttpExchange exchange, int most) throws IOException {
    String metadata = exchange.getRequestHeaders().getFirst("Upload-Metadata");
    String id = new String(Base64.getDecoder().decode(metadata.substring("packId ".length())));
    long length = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Length"));
    synchronized (this) {
      uploads.putIfAbsent(id, new Upload(length));
    }
    return append(exchange, id, 0, most).as(201);
  }

  private synchronized Answer offset(String id) {
    Upload upload = uploads.get(id);
    return upload == null
        ? new Answer(404, "")
        : new Answer(200, "", upload.bytes.size(), upload.length);
  }

  private synchronized Answer forget(String id) {
    return new Answer(uploads.remove(id) == null ? 404 : 204, "");
  }

  private Answer append(HttpExchange exchange, String id, int most) throws IOException {
    long offset = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Offset"));
    return append(exchange, id, offset, most);
  }

  private Answer append(HttpExchange exchange, String id, long offset, int most)
      throws IOException {
    Upload upload;
    synchronized (this) {
      upload = uploads.get(id);
      if (upload == null) {
        return new Answer(404, "");
      }
      if (upload.bytes.size() != offset) {
        return new Answer(409, "{\"detail\":\"wrong offset\"}");
      }
    }
    byte[] bytes = read(exchange.getRequestBody(), most);
    synchronized (this) {
      bytesReceived += bytes.length;
      upload.bytes.write(bytes);
      if (upload.bytes.size() == upload.length) {
        receipts.computeIfAbsent(id, pack -> ingest(pack, upload.bytes.toByteArray()));
      }
      return new Answer(204, "", upload.bytes.size(), upload.length);
    }
  }

  private static byte[] read(InputStream body, int most) throws IOException {
    return body.readNBytes(most);
  }

  private synchronized Answer receipt(String id) {
    if (!uploads.containsKey(id)) {
      return new Answer(404, "");
    }
    Receipt receipt = receipts.getOrDefault(id, new Receipt(id, State.RECEIVING, "", List.of()));
    return new Answer(200, new JsonMapper().writeValueAsString(receipt));
  }

  /** Of all studies, as if it were one. */
  private synchronized Answer trace() {
    List<InstanceReceipt> instances =
        receipts.values().stream().flatMap(receipt -> receipt.instances().stream()).toList();
    Optional<Instant> unknown = Optional.empty();
    PackTrace pack =
        new PackTrace(
            "pack",
            "yen-bai",
            0,
            unknown,
            unknown,
            Optional.empty(),
            unknown,
            unknown,
            unknown,
            unknown,
            instances);
    return new Answer(
        200, new JsonMapper().writeValueAsString(new HubTrace("1.2", List.of(pack), List.of())));
  }

  private Receipt ingest(String id, byte[] pack) {
    try {
      PackReader reader =
          PackReader.open(
              (offset, length) -> new ByteArrayInputStream(pack, (int) offset, (int) length),
              pack.length);
      PackManifest manifest = reader.manifest();
      if (manifest.instances().stream().anyMatch(rejects)) {
        return new Receipt(id, State.REJECTED, "one of its instances is bad", List.of());
      }
      List<InstanceReceipt> instances = new ArrayList<>();
      for (PackedInstance instance : manifest.instances()) {
        if (!forgets.test(instance)) {
          instances.add(archive(instance));
        }
      }
      return new Receipt(id, State.ARCHIVED, "", instances);
    } catch (IOException e) {
      return new Receipt(id, State.REJECTED, e.getMessage(), List.of());
    }
  }

  private InstanceReceipt archive(PackedInstance instance) {
    String received = instance.receivedAs().sha256();
    int count = archived.merge(instance.sopInstanceUid() + " " + received, 1, Integer::sum);
    Outcome outcome = count == 1 ? Outcome.STORED : Outcome.DUPLICATE;
    return new InstanceReceipt(instance.sopInstanceUid(), received, outcome, "");
  }

  @Override
  public void close() {
    closed = true;
    server.stop(0);
  }
}
