package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.dicomgateway.spoke.destination.Backoff;
import org.dicomgateway.spoke.destination.ManualTime;
import org.dicomgateway.spoke.destination.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LineTest {
  private static final HubException CUT =
      new HubException(HubException.Kind.UNREACHABLE, "connection reset");

  @Test
  void pausesAtRandomUpToABoundThatDoublesToAMinute() {
    Backoff backoff = new Backoff(new Random(7));
    for (int failures = 1; failures < 200; failures++) {
      long most = Math.min(60_000, 500L << Math.min(failures - 1, 20));
      assertThat(backoff.pause(failures, Duration.ZERO))
          .isBetween(Duration.ZERO, Duration.ofMillis(most));
    }
  }

  @Test
  void waitsAsLongAsTheHubAsksAndSomewhatMoreSoThatNotAllComeBackAtOnce() {
    Backoff backoff = new Backoff(new Random(7));
    for (int i = 0; i < 200; i++) {
      assertThat(backoff.pause(1, Duration.ofSeconds(30)))
          .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
      assertThat(backoff.pause(1, Duration.ofDays(300)))
          .isLessThanOrEqualTo(Backoff.MOST_PATIENCE.multipliedBy(2));
    }
  }

  @Test
  void leavesATurnThatIsNotUsedToTheNext() throws Exception {
    ManualTime time = new ManualTime(Instant.EPOCH);
    Line line = new Line(time, new Backoff(new Random(7)));
    line.failed(CUT);
    line.awaitTurn();
    assertThat(line.nanosToTurn()).isEqualTo(Backoff.LONGEST.toNanos());
    line.passTurn();
    assertThat(line.nanosToTurn()).isZero();
  }

  @Test
  void triesAtOnceWhenSomethingUrgentComesUnlessTheHubAskedForPatience() throws Exception {
    ManualTime time = new ManualTime(Instant.EPOCH);
    Line line = new Line(time, new Backoff(new Random(7)));
    for (int i = 0; i < 20; i++) {
      line.failed(CUT);
      line.awaitTurn();
    }
    line.failed(CUT);
    assertThat(line.nanosToTurn()).isPositive();
    line.hurry();
    assertThat(line.nanosToTurn()).isZero();

    line.awaitTurn();
    line.failed(new HubException(HubException.Kind.TROUBLED, "503", Duration.ofSeconds(30)));
    line.hurry();
    assertThat(line.nanosToTurn()).isGreaterThanOrEqualTo(Duration.ofSeconds(30).toNanos());
  }

  @Test
  void saysSinceWhenAndWhyItIsDown() {
    Line line = new Line(Timeline.REAL, new Backoff(new Random(7)));
    line.failed(CUT);
    Line.Status first = line.status();
    line.failed(new HubException(HubException.Kind.TROUBLED, "503"));

    assertThat(first.state()).isEqualTo(Line.State.DOWN);
    assertThat(line.status().since()).isEqualTo(first.since());
    assertThat(line.status().lastError()).isEqualTo("503");

    line.works();
    assertThat(line.status().state()).isEqualTo(Line.State.UP);
    assertThat(line.status().lastError()).isEmpty();
  }

  @Test
  void wakesAllWhoWaitWhenSomethingWorks() throws Exception {
    Line line = new Line(Timeline.REAL, new Backoff(new Random(7)));
    for (int i = 0; i < 20; i++) {
      line.failed(CUT);
    }
    CountDownLatch woken = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  line.awaitTurn();
                  woken.countDown();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
    }
    line.works();

    woken.await();
  }
}
