package org.dicomgateway.spoke.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThroughputTest {
  private final AtomicLong seconds = new AtomicLong(-3);
  private final Throughput throughput = new Throughput(() -> seconds.get() * 1_000_000_000L);

  @Test
  void isTheAverageOfTheLastSecondsSinceSomethingMoved() {
    assertThat(throughput.bytesPerSecond()).isZero();
    throughput.add(1000);
    seconds.incrementAndGet();
    assertThat(throughput.bytesPerSecond()).isEqualTo(1000);
    throughput.add(3000);
    seconds.incrementAndGet();
    assertThat(throughput.bytesPerSecond()).isEqualTo(2000);
  }

  @Test
  void fallsToNothingWhenNothingMoves() {
    throughput.add(1000);
    seconds.addAndGet(5);
    assertThat(throughput.bytesPerSecond()).isEqualTo(200);
    seconds.addAndGet(6);
    assertThat(throughput.bytesPerSecond()).isZero();
    seconds.addAndGet(1_000_000);
    assertThat(throughput.bytesPerSecond()).isZero();
  }
}
