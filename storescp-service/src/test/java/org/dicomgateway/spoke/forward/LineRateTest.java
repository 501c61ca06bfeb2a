package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LineRateTest {
  private static final long MIB = 1 << 20;
  private final LineRate rate = new LineRate();

  @Test
  void sendsWhatTheLineCarriesInFourSeconds() {
    for (int i = 0; i < 30; i++) {
      rate.measured(3 * MIB, Duration.ofSeconds(1));
    }

    assertThat(rate.bytesPerSecond()).isCloseTo(3 * MIB, within(1000));
    assertThat(rate.piece()).isCloseTo(12 * MIB, within(4000));
  }

  @Test
  void staysWithinItsBounds() {
    for (int i = 0; i < 30; i++) {
      rate.measured(MIB, Duration.ofHours(1));
    }
    assertThat(rate.piece()).isEqualTo(LineRate.LEAST);

    for (int i = 0; i < 30; i++) {
      rate.measured(1000 * MIB, Duration.ofNanos(1));
    }
    assertThat(rate.piece()).isEqualTo(LineRate.MOST);
  }

  @Test
  void learnsNothingFromPiecesThatOnlyTellTheRoundTrip() {
    long before = rate.piece();

    rate.measured(1000, Duration.ofSeconds(1));

    assertThat(rate.piece()).isEqualTo(before);
  }

  private static Offset<Long> within(long bytes) {
    return Offset.offset(bytes);
  }
}
