package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LineRateTest {
  private static final long MIB = 1 << 20;
  private static final Percentage CLOSE = Percentage.withPercentage(1);
  private final LineRate rate = new LineRate();

  @Test
  void keepsOnItsWayWhatTheLineCarriesInARoundTripAndHalfASecond() {
    rate.roundTrip(Duration.ofMillis(200));
    measure(3 * MIB, Duration.ofSeconds(1));

    assertThat(rate.bytesPerSecond()).isCloseTo(3 * MIB, CLOSE);
    assertThat(rate.window()).isCloseTo(3 * MIB * 7 / 10, CLOSE);
    assertThat(rate.pieceAlone()).isCloseTo(3 * MIB * 12 / 10, CLOSE);
    assertThat(rate.firstPack()).isCloseTo(3 * MIB / 2, CLOSE);
    assertThat(rate.pack()).isCloseTo(6 * MIB, CLOSE);
  }

  @Test
  void staysWithinItsBounds() {
    measure(MIB, Duration.ofHours(1));
    assertThat(rate.pack()).isEqualTo(LineRate.LEAST_PACK);
    assertThat(rate.window()).isEqualTo(LineRate.LEAST_WINDOW);

    measure(1000 * MIB, Duration.ofNanos(1));
    assertThat(rate.pack()).isEqualTo(LineRate.MOST_PACK);
    assertThat(rate.window()).isEqualTo(LineRate.MOST_WINDOW);
  }

  @Test
  void doesNotTakeALineForSlowOnWhichLittleWasSent() {
    long before = rate.bytesPerSecond();

    rate.measured(1000, Duration.ofSeconds(1), false);
    assertThat(rate.bytesPerSecond()).isEqualTo(before);

    rate.measured(100 * MIB, Duration.ofSeconds(1), false);
    assertThat(rate.bytesPerSecond()).isGreaterThan(before);
  }

  private void measure(long bytes, Duration duration) {
    for (int i = 0; i < 60; i++) {
      rate.measured(bytes, duration, true);
    }
  }
}
