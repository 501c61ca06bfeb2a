package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dicomgateway.samples.services.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./gateway bench} runs; how fast anyone is, no test says. */
class BenchIT {
  @TempDir Path folder;

  @Test
  void ingestIsMeasuredBesideStorescpAndOrthanc() throws Exception {
    Command bench =
        Command.run(
            Installation.own().root().resolve("gateway").toString(),
            "bench",
            "ingest",
            "--work=" + folder,
            "--instances=20",
            "--warm-up=5",
            "--runs=1",
            "--associations=2");

    assertThat(bench.exitCode()).as(bench.output()).isZero();
    assertThat(bench.output()).contains("gateway").contains("storescp").contains("orthanc");
  }

  @Test
  void waysAreMeasuredSideBySideOverTheSameLine() throws Exception {
    Command bench =
        Command.run(
            Installation.own().root().resolve("gateway").toString(),
            "bench",
            "line",
            "--work=" + folder,
            "--slices=5",
            "--warm-up=2",
            "--rate-kbit=40000",
            "--delay-ms=10");

    assertThat(bench.exitCode()).as(bench.output()).isZero();
    assertThat(bench.output()).contains("| gateway |", "| storescu |", "| orthanc_peer |");
  }

  @Test
  void codecIsMeasuredBesideCharLsAndDcmtk() throws Exception {
    Command bench =
        Command.run(
            Installation.own().root().resolve("gateway").toString(),
            "bench",
            "codec",
            "--work=" + folder,
            "--images=3",
            "--runs=1");

    assertThat(bench.exitCode()).as(bench.output()).isZero();
    assertThat(bench.output()).contains("| gateway |", "| CharLS |", "| dcmcjpls |");
  }
}
