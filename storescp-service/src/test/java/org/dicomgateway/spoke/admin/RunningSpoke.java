package org.dicomgateway.spoke.admin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.dicomgateway.settings.SettingException;
import org.dicomgateway.settings.SettingSources;
import org.dicomgateway.spoke.config.Spoke;
import org.dicomgateway.spoke.config.SpokeSettings;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;

/** A spoke in this JVM whose hub does not answer; what its folder holds it takes up. */
public final class RunningSpoke implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Spoke spoke;

  private RunningSpoke(Spoke spoke) {
    this.spoke = spoke;
  }

  public static RunningSpoke start(Path data) throws IOException, InterruptedException {
    return start(data, Map.of());
  }

  /** Likewise, with some settings of its own. */
  public static RunningSpoke start(Path data, Map<String, String> others)
      throws IOException, InterruptedException {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "data", data.toString(),
                "aet", "GATEWAY",
                "dicom-port", "0",
                "admin-port", "0",
                "hub", "http://127.0.0.1:9",
                "site", "bv-song-lam",
                "token", "t",
                "limits", "background 0",
                "min-free-mib", "1",
                "admin-names", "spoke.example"));
    settings.putAll(others);
    try {
      return new RunningSpoke(
          Spoke.start(SpokeSettings.of(new SettingSources(settings, Map.of(), Map.of()))));
    } catch (SettingException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts instances into a folder that no spoke runs on. */
  public static void fill(Path data, String study, int instances) throws IOException {
    Spool spool = Spool.open(java.nio.file.Files.createDirectories(data.resolve("spool")), 0);
    for (int i = 1; i <= instances; i++) {
      SpoolFixture.store(spool, study, study + "." + i, 50_000);
    }
  }

  public URI address() {
    return URI.create(spoke.adminScheme() + "://127.0.0.1:" + spoke.admin().getPort());
  }

  /**
   * Asks.
   *
   * @param headers names and values in turn
   */
  public HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(
        request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }

  /** Asks with a text. */
  public HttpResponse<String> sendText(String method, String path, String text)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address().resolve(path)).header("Content-Type", "text/plain");
    return http.send(
        request.method(method, BodyPublishers.ofString(text)).build(), BodyHandlers.ofString());
  }

  /** Asks as a browser does that was led here by another name; returns the whole answer. */
  String sendTo(String host, String method, String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), spoke.admin().getPort())) {
      String request = "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.formatted(method, path, host).getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  /** Where DICOM is spoken. */
  public int dicomPort() {
    return spoke.dicom().getPort();
  }

  @Override
  public void close() {
    http.shutdownNow();
    spoke.close();
  }
}
