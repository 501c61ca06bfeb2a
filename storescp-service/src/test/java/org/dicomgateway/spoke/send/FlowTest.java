package org.dicomgateway.spoke.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;
import org.junit.jupiter.api.Test;

/** How fast bytes go, by a clock that only waiting moves. */
class FlowTest {
  private static final int BYTES = 10_000;

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final Flow flow = new Flow(new WaitingClock(), sent::addAndGet);

  private final class WaitingClock implements Timeline {
    @Override
    public long nanos() {
      return nanos.get();
    }

    @Override
    public Instant now() {
      return Instant.EPOCH.plusNanos(nanos.get());
    }

    @Override
    public void await(Condition condition, long wait) {
      nanos.addAndGet(wait);
    }

    @Override
    public void sleep(Duration duration) {
      nanos.addAndGet(duration.toNanos());
    }
  }

  private Duration send(Urgency urgency) throws IOException {
    long start = nanos.get();
    byte[] came = flow.paced(new ByteArrayInputStream(new byte[BYTES]), urgency).readAllBytes();
    assertThat(came).hasSize(BYTES);
    return Duration.ofNanos(nanos.get() - start);
  }

  @Test
  void holdsWhatIsNotStatToItsLimit() throws IOException {
    assertThat(send(Urgency.NORMAL)).isZero();
    flow.limit(Limits.parse("normal 8"));
    assertThat(send(Urgency.NORMAL)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
    assertThat(send(Urgency.BACKGROUND)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
    assertThat(send(Urgency.STAT)).isZero();
    assertThat(sent.get()).isEqualTo(4 * BYTES);
  }

  @Test
  void finishesWhatIsUnderWayWhenNothingMayBeBegun() throws IOException {
    flow.limit(Limits.parse("normal 0"));
    assertThat(flow.isShut(Urgency.NORMAL)).isTrue();
    assertThat(flow.isShut(Urgency.BACKGROUND)).isTrue();
    assertThat(flow.isShut(Urgency.STAT)).isFalse();
    assertThat(send(Urgency.NORMAL)).isZero();
  }
}
