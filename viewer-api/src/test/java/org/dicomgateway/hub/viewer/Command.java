package org.dicomgateway.hub.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** A tool of Debian's, which has to succeed. */
final class Command {
  private Command() {}

  static void run(Object... words) throws Exception {
    String[] command = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(String.join(" ", command) + ": " + output).isZero();
  }
}
