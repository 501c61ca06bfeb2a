package org.dicomgateway.samples.services;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.samples.services.Installation.Program;

/** A hub that runs as a process. */
public record Hub(ServiceProcess process, URI address) implements AutoCloseable {

  /**
   * How to run a hub.
   *
   * @param port 0 for a free one
   * @param more further arguments, such as {@code --object-store}
   */
  public record Setup(Path data, int port, List<String> jvmOptions, List<String> more) {}

  /** Starts a hub and waits until it serves. */
  public static Hub start(Setup setup) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--data", setup.data.toString()));
    arguments.addAll(List.of("--port", String.valueOf(setup.port)));
    arguments.addAll(setup.more);
    List<String> command = Installation.own().command(Program.HUB, setup.jvmOptions, arguments);
    ServiceProcess process =
        ServiceProcess.start(command, "hub ready ", setup.data.resolve("hub.log"));
    return new Hub(process, URI.create(process.readyLine().split(" ")[2]));
  }

  /** Registers a site with {@code hub site add} and returns its token. */
  public static String addSite(Path data, String name) throws IOException {
    String output = run("site", "add", name, "--data", data.toString());
    return output.lines().toList().getLast().strip();
  }

  /** Builds the index anew from the archive with {@code hub reindex}; the hub must not run. */
  public static void reindex(Path data) throws IOException {
    run("reindex", "--data", data.toString());
  }

  private static String run(String... arguments) throws IOException {
    Installation own = Installation.own();
    List<String> command =
        own.command(Program.HUB, own.quickStart(Program.HUB), List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("hub " + String.join(" ", arguments) + ": " + output.strip());
    }
    return output.strip();
  }

  @Override
  public void close() {
    process.close();
  }
}
