package org.dicomgateway.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of a service that runs, asked by a command. */
public final class ServiceApi implements AutoCloseable {
  /** Header of every answer, so that another program at the port is told apart. */
  public static final String SERVICE = "Gateway-Service";

  /** Of what a file takes longer. */
  private static final long SLOWEST_BYTES_PER_MILLI = 100;

  private final URI address;
  private final String service;
  private final Access access;
  private final HttpClient http;

  /**
   * Connects to nothing yet.
   *
   * @param address {@code http://host:port}
   * @param service what has to answer: {@code hub} or {@code spoke}
   * @throws IllegalArgumentException if the address is none
   */
  public ServiceApi(String address, String service) {
    this(parsed(address), service, Access.OPEN, Access.OPEN.plain(parsed(address)));
  }

  private ServiceApi(URI address, String service, Access access, Optional<SSLContext> tls) {
    this.address = address;
    this.service = service;
    this.access = access;
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5));
    tls.ifPresent(client::sslContext);
    this.http = client.build();
  }

  /**
   * Likewise, of a service that asks who is there.
   *
   * @throws ServiceException if the address is none, or the certificates to trust cannot be read
   */
  public static ServiceApi with(Access access, String address, String service)
      throws ServiceException {
    try {
      return new ServiceApi(parsed(address), service, access, access.tls(parsed(address)));
    } catch (IllegalArgumentException e) {
      throw new ServiceException(ExitCode.USAGE, "--url: " + e.getMessage());
    } catch (IOException e) {
      throw new ServiceException(Failure.exitCode(e), Failure.text(e));
    }
  }

  private static URI parsed(String address) {
    URI uri = URI.create(address.replaceAll("/+$", ""));
    if (uri.getHost() == null || !uri.getScheme().matches("https?")) {
      throw new IllegalArgumentException(
          "'%s' is no address: write it as http://host:port".formatted(address));
    }
    return uri;
  }

  /** A part of a path or of a query that may hold anything. */
  public static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Asks for a resource. */
  public JsonNode get(String path) throws ServiceException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** Has something changed. */
  public JsonNode post(String path) throws ServiceException, InterruptedException {
    return send(request(path).POST(BodyPublishers.noBody()).build());
  }

  /** Has something removed. */
  public JsonNode delete(String path) throws ServiceException, InterruptedException {
    return send(request(path).DELETE().build());
  }

  /** Puts a text in a resource's place. */
  public JsonNode put(String path, String text) throws ServiceException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "text/plain; charset=utf-8")
            .PUT(BodyPublishers.ofString(text))
            .build());
  }

  /**
   * Follows server-sent events until the service ends them.
   *
   * @param listener is given the data of each
   */
  public void follow(String path, Consumer<JsonNode> listener)
      throws ServiceException, InterruptedException {
    HttpResponse<Stream<String>> response;
    HttpRequest request = request(path).GET().build();
    try {
      response = http.send(request, BodyHandlers.ofLines());
    } catch (IOException e) {
      throw new ServiceException(ExitCode.UNREACHABLE, unreachable(e));
    }
    if (response.statusCode() != 200) {
      response.body().close();
      send(request);
      return;
    }
    try (Stream<String> lines = response.body()) {
      lines
          .filter(line -> line.startsWith("data: "))
          .forEach(line -> listener.accept(JsonMapper.shared().readTree(line.substring(6))));
    } catch (UncheckedIOException e) {
      // The service is gone; whoever follows knows by the end.
    }
  }

  /** Gives it a DICOM file, which is read while it is sent. */
  public JsonNode post(String path, Path file)
      throws ServiceException, IOException, InterruptedException {
    Duration patience = access.patience().plusMillis(Files.size(file) / SLOWEST_BYTES_PER_MILLI);
    return send(
        request(path)
            .timeout(patience)
            .header("Content-Type", "application/dicom")
            .POST(BodyPublishers.ofFile(file))
            .build());
  }

  /**
   * Asks for a file, which is written while it comes.
   *
   * @throws IOException if it cannot be written
   */
  public void download(String path, OutputStream out)
      throws ServiceException, IOException, InterruptedException {
    HttpResponse<InputStream> response;
    try {
      response = http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new ServiceException(ExitCode.UNREACHABLE, unreachable(e));
    }
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new ServiceException(
            ExitCode.ofHttp(response.statusCode()),
            "%s is not given (HTTP %d)".formatted(response.uri(), response.statusCode()));
      }
      body.transferTo(out);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    access.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request.timeout(access.patience());
  }

  private JsonNode send(HttpRequest request) throws ServiceException, InterruptedException {
    HttpResponse<String> response;
    try {
      response = http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ServiceException(ExitCode.UNREACHABLE, unreachable(e));
    }
    String answering = response.headers().firstValue(SERVICE).orElse("");
    if (!answering.equals(service)) {
      throw new ServiceException(ExitCode.UNREACHABLE, stranger(answering, response));
    }
    if (response.statusCode() / 100 == 2) {
      return body(response);
    }
    throw new ServiceException(ExitCode.ofHttp(response.statusCode()), reason(response));
  }

  private static JsonNode body(HttpResponse<String> response) throws ServiceException {
    try {
      return JsonMapper.shared().readTree(response.body());
    } catch (JacksonException e) {
      throw new ServiceException(said(response));
    }
  }

  private static String reason(HttpResponse<String> response) throws ServiceException {
    String detail = body(response).path("detail").asString("");
    return detail.isEmpty() ? said(response) : detail;
  }

  private static String said(HttpResponse<String> response) {
    return "the answer of %s was %d %s; its log says why"
        .formatted(response.uri(), response.statusCode(), response.body().strip());
  }

  private String unreachable(IOException e) {
    if (e instanceof HttpTimeoutException && !(e.getCause() instanceof ConnectException)) {
      return "the %s at %s does not answer in time; look into its log".formatted(service, address);
    }
    if (e instanceof SSLException) {
      return untrusted((SSLException) e);
    }
    String reason = e.getMessage() == null ? "nobody answers" : e.getMessage();
    return "no %s at %s (%s). Does it run? %s".formatted(service, address, reason, remedy());
  }

  private String untrusted(SSLException e) {
    return e instanceof SSLHandshakeException
        ? "the certificate of %s is not trusted (%s). Give the one of its authority, or its own, with --ca; the address has to be one that stands in it"
            .formatted(address, deepest(e).getMessage())
        : "%s does not speak https (%s). Is the port right? Without TLS the address begins with http://"
            .formatted(address, e.getMessage());
  }

  /** What is wrong with the certificate, without the names of the classes that found it out. */
  private static Throwable deepest(Throwable failure) {
    return failure.getCause() == null ? failure : deepest(failure.getCause());
  }

  private String stranger(String answering, HttpResponse<String> response) {
    if (response.statusCode() == 400 && response.body().contains("requires TLS")) {
      return "at %s https is spoken: write https:// in --url".formatted(address);
    }
    String who =
        answering.isEmpty()
            ? "something else than a %s answers (HTTP %d)".formatted(service, response.statusCode())
            : "a " + answering + " answers, not a " + service;
    return "at %s %s. Is the port right? %s".formatted(address, who, remedy());
  }

  private String remedy() {
    return "'gateway %s serve' prints the address when it is ready; name it with --url or GATEWAY_URL"
        .formatted(service);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
