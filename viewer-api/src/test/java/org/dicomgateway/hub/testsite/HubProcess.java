package org.dicomgateway.hub.testsite;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A hub in a process of its own, that can be killed and started again at the same address. */
public final class HubProcess implements AutoCloseable {
  private final List<String> command = new ArrayList<>();
  private final String url;
  private Process process;

  public HubProcess(Path data, String... arguments) throws IOException {
    int port = freePort();
    url = "http://127.0.0.1:" + port;
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    command.addAll(
        List.of(
            java,
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.dicomgateway.hub.cli.Main",
            "hub",
            "serve",
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port)));
    command.addAll(List.of(arguments));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts it; on return it serves. */
  public void start() throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line = process.inputReader().readLine();
    if (!("hub ready " + url).equals(line)) {
      throw new IOException("the hub says: " + line);
    }
  }

  public String url() {
    return url;
  }

  /** Ends it as a power cut does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, and returns its exit code. */
  public int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
