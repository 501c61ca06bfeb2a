package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./gateway bench} runs; how fast anyone is, no test says. */
class BenchIT {
  @TempDir Path folder;

  @Test
  void ingestIsMeasuredBesideStorescpAndOrthanc() throws Exception {
    assertThat(bench("ingest", "--instances=20", "--warm-up=5", "--runs=1", "--associations=2"))
        .contains("gateway")
        .contains("storescp")
        .contains("orthanc");
  }

  @Test
  void waysAreMeasuredSideBySideOverTheSameLine() throws Exception {
    assertThat(bench("line", "--slices=5", "--warm-up=2", "--rate-kbit=40000", "--delay-ms=10"))
        .contains("| gateway |", "| storescu |", "| orthanc_peer |");
  }

  @Test
  void codecIsMeasuredBesideCharLsAndDcmtk() throws Exception {
    assertThat(bench("codec", "--images=3", "--runs=1"))
        .contains("| gateway |", "| CharLS |", "| dcmcjpls |");
  }

  private String bench(String name, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("bench", name, "--work=" + folder));
    words.addAll(List.of(arguments));
    Command bench = Command.gateway(words);
    assertThat(bench.exitCode()).as(bench.output()).isZero();
    return bench.output();
  }
}
