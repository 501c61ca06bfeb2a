package org.dicomgateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final StringWriter err = new StringWriter();
  private final Terminal terminal =
      new Terminal("gateway hub status", new PrintWriter(new StringWriter()), new PrintWriter(err));

  @Test
  void namesTheCommandThatWasNotDone() {
    assertThat(terminal.refuse(ExitCode.NOT_FOUND, "there is no such study")).isEqualTo(4);
    assertThat(err).hasToString("gateway hub status: there is no such study%n".formatted());
  }

  @Test
  void pointsToTheHelpIfItWasTypedWrong() {
    assertThat(terminal.refuse(ExitCode.USAGE, "unknown option '--jsn'")).isEqualTo(2);
    assertThat(err)
        .hasToString(
            "gateway hub status: unknown option '--jsn' (see gateway hub status --help)%n"
                .formatted());
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThat(terminal.refuse(new NoSuchFileException("a.pem"))).isEqualTo(1);
    assertThat(err).hasToString("gateway hub status: a.pem: there is no such file%n".formatted());
  }
}
