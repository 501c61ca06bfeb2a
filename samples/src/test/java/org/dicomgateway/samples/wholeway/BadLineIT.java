package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dicomgateway.samples.badline.Cut;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.ordeal.CutLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lines that break, by the bytes that the box counts. The full figures come by {@code gateway bench
 * cuts}; these are smaller, with as many bytes between two cuts.
 */
class BadLineIT {
  private static final LineQuality LINE =
      LineQuality.PERFECT.rate(80_000).delay(Duration.ofMillis(10));

  @TempDir Path folder;

  @Test
  void whatCutsLoseIsLessThanThreePercent() throws Exception {
    CutLine.Result result =
        new CutLine(75, 6, List.of(Cut.RESET), LINE, System.nanoTime(), folder)
            .run(System.out::println);

    System.out.println(result);
    assertThat(result.verdict().isGood()).as(result.toString()).isTrue();
    assertThat(result.verdict().archivedTwice()).isEmpty();
    assertThat(result.traffic().cuts()).isEqualTo(6);
    assertThat(result.ratio()).as(result.toString()).isLessThanOrEqualTo(1.03);
  }

  @Test
  void lyingResetsAndHalfOpenConnectionsLoseNothingAndDoubleNothing() throws Exception {
    List<Cut> kinds = List.of(Cut.LYING_RESET, Cut.HALF_OPEN);
    CutLine.Result result =
        new CutLine(30, 15, kinds, LINE, System.nanoTime(), folder).run(System.out::println);

    System.out.println(result);
    assertThat(result.verdict().isGood()).as(result.toString()).isTrue();
    assertThat(result.verdict().archivedTwice()).isEmpty();
    assertThat(result.traffic().cuts()).isEqualTo(15);
  }
}
