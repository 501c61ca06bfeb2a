package org.dicomgateway.spoke.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A spoke in a process of its own, with as much heap as a small PC gives it. */
final class SpokeProcess implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("spoke ready dicom://GATEWAY@localhost:(\\d+) (http://127\\.0\\.0\\.1:\\d+)");

  private final Process process;
  private final Path output;
  private final Path errors;
  private int port;
  private URI admin;

  private SpokeProcess(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /** Runs {@code spoke serve}; what it says goes to files beside its folder. */
  static SpokeProcess launch(Path data, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of("spoke", "serve", "--data", data.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(data.getParent(), "spoke", ".out");
    Path errors = Files.createTempFile(data.getParent(), "spoke", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    return new SpokeProcess(process, output, errors);
  }

  /** Runs it on free ports and waits until it serves. */
  static SpokeProcess start(Path data, URI hub, String token)
      throws IOException, InterruptedException {
    SpokeProcess spoke =
        launch(
            data,
            "--aet=GATEWAY",
            "--dicom-port=0",
            "--admin-port=0",
            "--hub=" + hub,
            "--site=yen-bai",
            "--token=" + token,
            "--min-free-mib=1");
    spoke.awaitReady();
    return spoke;
  }

  private void awaitReady() throws IOException, InterruptedException {
    while (!Files.readString(output).endsWith("\n")) {
      if (!process.isAlive()) {
        throw new AssertionError("the spoke did not start:\n" + errors());
      }
      Thread.sleep(20);
    }
    String line = output().getFirst();
    Matcher ready = READY.matcher(line);
    if (!ready.matches()) {
      throw new AssertionError("not the ready line: " + line);
    }
    port = Integer.parseInt(ready.group(1));
    admin = URI.create(ready.group(2));
  }

  int port() {
    return port;
  }

  URI admin() {
    return admin;
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  /** Ends it as a power cut would, and waits until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, and returns its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** All that it wrote to stdout so far. */
  List<String> output() throws IOException {
    return Files.readAllLines(output);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
