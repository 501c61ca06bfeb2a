package org.dicomgateway.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What measurements refuse before they begin. */
class BenchTest {
  @TempDir Path folder;
  private final StringWriter errors = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cuts    --cuts=0                               | --megabytes and --cuts must be 1 or more
          cuts    --megabytes=0                          | --megabytes and --cuts must be 1 or more
          cuts    --cut-kinds=none                       | Invalid value for option '--cut-kinds'
          cuts    --delay-ms=-1                          | rate, delay and jitter of a line are 0 or more
          cuts    --stall-percent=100                    | stalls: 0 to less than 100 percent
          attack  --kills=3                              | --kills must be 4 or more
          attack  --kills=5 --instances=4                | --instances must be --kills or more
          attack  --clip-mb=0                            | --clip-mb must be 1 or more
          codec   --images=0                             | --images and --runs must be 1 or more
          codec   --studies=missing                      | --studies: no folder missing
          ingest  --associations=1,0                     | --associations must be 1 or more
          line    --slices=0 --rate-kbit=1000            | --slices and --warm-up must be 1 or more
          line    --slices=1                             | --rate-kbit must be 1 or more
          urgency --rate-kbit=4000 --slices=0            | --slices and --background-mb must be 1 or more
          urgency --rate-kbit=4000 --background-mb=39    | --background-mb must be 40 or more at that rate
          live    --rate-kbit=4000 --images=0            | --images must be 1 or more
          live    --rate-kbit=4000 --background-mb=39    | --background-mb must be 40 or more at that rate
          urgency --background-mb=500                    | --rate-kbit must be 1 or more
          """)
  void refusesNonsense(String arguments, String reason) throws IOException {
    assertThat(run(arguments)).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains(reason);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    Files.writeString(folder.resolve("kept.txt"), "kept");

    assertThat(run("cuts --cuts=1")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("--work: " + folder + " is not empty");
  }

  private int run(String arguments) {
    return Main.commands()
        .setErr(new PrintWriter(errors))
        .execute(("bench " + arguments + " --work=" + folder).split(" +"));
  }
}
