package org.dicomgateway.spoke.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandwidthTest {
  private static final int READ = 16 << 10;
  private final ManualTime time =
      new ManualTime(
          LocalDateTime.parse("2026-03-02T12:00").atZone(ZoneId.systemDefault()).toInstant());
  private final Bandwidth bandwidth = new Bandwidth(time);

  @ParameterizedTest
  @ValueSource(longs = {64, 500, 4000, 50_000})
  void holdsWithinFivePercentInEveryTenSeconds(long kbits) {
    bandwidth.change(Limits.parse("normal " + kbits));
    for (int window = 0; window < 6; window++) {
      assertThat(bytesIn(Duration.ofSeconds(10), Urgency.NORMAL))
          .isCloseTo(kbits * 1250, Percentage.withPercentage(5));
    }
  }

  @Test
  void letsNothingPassInAdvanceAfterAPause() {
    bandwidth.change(Limits.parse("normal 500"));
    time.pass(Duration.ofHours(1));

    assertThat(bytesIn(Duration.ofSeconds(10), Urgency.NORMAL))
        .isCloseTo(625_000, Percentage.withPercentage(5));
  }

  @Test
  void holdsBackgroundToWhatIsLeftOfNormal() {
    bandwidth.change(Limits.parse("normal 800; background 8000"));

    assertThat(bytesIn(Duration.ofSeconds(10), Urgency.BACKGROUND))
        .isCloseTo(1_000_000, Percentage.withPercentage(5));
  }

  @Test
  void doesNotHoldStat() {
    bandwidth.change(Limits.parse("normal 0; background 0"));

    assertThat(bandwidth.take(Urgency.STAT, READ)).isEqualTo(READ);
    assertThat(bandwidth.take(Urgency.NORMAL, READ)).isNegative();
  }

  @Test
  void changesWithTheHourAndWhenItIsTold() {
    bandwidth.change(Limits.parse("12:00-13:00 normal 400; 13:00-14:00 normal 4000"));
    assertThat(bytesIn(Duration.ofSeconds(10), Urgency.NORMAL))
        .isCloseTo(500_000, Percentage.withPercentage(5));
    time.pass(Duration.ofHours(1));
    assertThat(bytesIn(Duration.ofSeconds(10), Urgency.NORMAL))
        .isCloseTo(5_000_000, Percentage.withPercentage(5));
    bandwidth.change(Limits.parse("normal 40"));
    assertThat(bytesIn(Duration.ofSeconds(10), Urgency.NORMAL))
        .isCloseTo(50_000, Percentage.withPercentage(5));
  }

  private long bytesIn(Duration duration, Urgency urgency) {
    long end = time.nanos() + duration.toNanos();
    long bytes = 0;
    while (time.nanos() < end) {
      long granted = bandwidth.take(urgency, READ);
      if (granted > 0) {
        bytes += granted;
      } else {
        time.pass(Duration.ofNanos(-granted));
      }
    }
    return bytes;
  }
}
