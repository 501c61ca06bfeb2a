package org.dicomgateway.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int generate(String... arguments) {
    return new CommandLine(new Generate())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }

  @Test
  void writesTheFirstSlicesOfACt() throws IOException {
    assertThat(generate("--out=" + folder, "--studies=1", "--slices=2")).isZero();
    assertThat(out.toString()).startsWith("CT  NGUYỄN VĂN AN");
    try (Stream<Path> files = Files.list(folder.resolve("01-CT"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("CT0001.dcm", "CT0002.dcm");
    }
  }

  @Test
  void refusesWhatItCannotMake() {
    assertThat(generate("--out=" + folder, "--slices=121")).isEqualTo(2);
    assertThat(errors.toString()).contains("--slices must be 1 to 120");
    assertThat(generate("--out=" + folder, "--studies=0")).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }
}
