package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.badline.BadLine;
import org.dicomgateway.samples.badline.CutSchedule;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.badline.Traffic;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.dicomgateway.samples.services.HubAndSpoke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits of bandwidth, by the bytes that a box between spoke and hub counts. */
class BandwidthIT {
  private static final String LARGE = "2.25.20261122001";
  private static final String STAT = "2.25.20261122002";

  /** What a limit holds over. */
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private static final int MOST_WINDOWS = 3;

  @TempDir Path folder;

  @Test
  void limitsHoldWithinFivePercentAndChangeWhileTheSpokeRuns() throws Exception {
    limit("daily normal 4000");
    List<String> options = List.of("--config=" + config(), "--stat-from=ER", "--compress=off");
    HubAndSpoke.Setup setup =
        HubAndSpoke.Setup.withSmallHeaps(folder)
            .spoke(folder.resolve("spoke"), options)
            .over(LineQuality.PERFECT, CutSchedule.never());
    try (HubAndSpoke both = HubAndSpoke.start(setup)) {
      send(both, "CT", LARGE, 60);
      Eventually.isTrue("bytes pass", () -> both.line().traffic().upTaken() > 500_000);
      holds(both.line(), 4000);

      limit("normal 2000", "daily 00:00-24:00 normal 3000");
      Eventually.isTrue("fewer pass", () -> kilobits(both.line(), Duration.ofSeconds(1)) < 2500);
      holds(both.line(), 2000);

      limit("normal 0");
      Eventually.isTrue("none pass", () -> kilobits(both.line(), Duration.ofSeconds(1)) < 100);
      send(both, "ER", STAT, 1);
      HubClient hub = new HubClient(both.hub().address());
      Eventually.isTrue("stat passes all the same", () -> hub.find(STAT + ".1.1").isPresent());
      assertThat(hub.all()).hasSizeLessThan(60);
    }
  }

  private Path config() {
    return folder.resolve("gateway.yaml");
  }

  private void limit(String... rules) throws Exception {
    Files.writeString(config(), "limits:\n- " + String.join("\n- ", rules) + "\n");
  }

  private void send(HubAndSpoke both, String aeTitle, String study, int count) throws Exception {
    List<InstanceFile> files =
        new SyntheticSeries(study, 512, 512, 1).write(folder.resolve(study), count);
    List<Outcome> outcomes = new ArrayList<>();
    both.send(aeTitle, files, outcomes::add);
    assertThat(outcomes).hasSize(count).allMatch(Outcome::isSent);
  }

  /** No window has more than it may; that one has all it may is up to the machine now and then. */
  private static void holds(BadLine line, double limit) throws InterruptedException {
    List<Double> windows = new ArrayList<>();
    do {
      windows.add(kilobits(line, WINDOW));
      System.out.printf("%.0f kbit/s where %.0f may pass%n", windows.getLast(), limit);
      assertThat(windows.getLast()).isLessThanOrEqualTo(1.05 * limit);
    } while (windows.getLast() < 0.95 * limit && windows.size() < MOST_WINDOWS);
    assertThat(windows.getLast()).isGreaterThanOrEqualTo(0.95 * limit);
  }

  /** What passes in a second. */
  private static double kilobits(BadLine line, Duration window) throws InterruptedException {
    Traffic before = line.traffic();
    long start = System.nanoTime();
    Thread.sleep(window);
    Traffic passed = line.traffic().since(before);
    return passed.upTaken() * 8 / 1e3 / ((System.nanoTime() - start) / 1e9);
  }
}
