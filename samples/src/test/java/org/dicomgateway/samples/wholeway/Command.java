package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dicomgateway.samples.services.Installation;

/**
 * A program that ran to its end.
 *
 * @param output what it printed, errors too
 */
record Command(int exitCode, String output) {
  private static final int MINUTES = 10;

  /** Ours, as it is typed: {@code ./gateway} and its arguments. */
  static Command gateway(List<String> arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Installation.own().root().resolve("gateway").toString());
    words.addAll(arguments);
    return run(words);
  }

  static Command run(String... words) throws IOException, InterruptedException {
    return run(List.of(words));
  }

  static Command run(List<String> words) throws IOException, InterruptedException {
    Path output = Files.createTempFile("command", ".out");
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(words.getFirst() + " did not end:\n" + read(output));
      }
      return new Command(process.exitValue(), read(output));
    } finally {
      Files.delete(output);
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
