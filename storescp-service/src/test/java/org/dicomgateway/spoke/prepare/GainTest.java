package org.dicomgateway.spoke.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GainTest {
  private static final long MEGABYTE = 1_000_000;

  private final Gain gain = new Gain(1);

  /** 20 MB/s to a half: an image is there sooner on lines of less than 10 MB/s. */
  @Test
  void isExpectedWhereTheCoderSavesMoreThanItTakes() {
    assertThat(gain.isExpected(9 * MEGABYTE)).isTrue();
    assertThat(gain.isExpected(11 * MEGABYTE)).isFalse();
  }

  @Test
  void followsWhatTheCoderReallyTakes() {
    for (int i = 0; i < 100; i++) {
      gain.measured(MEGABYTE, MEGABYTE / 4, 10_000_000);
    }
    assertThat(gain.bytesPerSecond()).isBetween(99e6, 101e6);
    assertThat(gain.isExpected(70 * MEGABYTE)).isTrue();
    assertThat(gain.isExpected(80 * MEGABYTE)).isFalse();
  }

  @Test
  void doesNotJudgeByTheFirstWhichAreSlow() {
    for (int i = 0; i < 8; i++) {
      gain.measured(MEGABYTE, MEGABYTE / 2, 1_000_000_000);
    }
    assertThat(gain.isExpected(9 * MEGABYTE)).isTrue();
  }

  @Test
  void isNotTriedAllTheTimeWhereItDoesNotPay() {
    assertThat(gain.isToBeTried()).isFalse();
  }
}
