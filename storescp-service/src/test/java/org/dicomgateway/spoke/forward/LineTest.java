package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LineTest {
  private static final HubException CUT =
      new HubException(HubException.Kind.UNREACHABLE, "connection reset");

  @Test
  void pausesEverLongerUpToThirtySecondsAndNeverAtATimeThatManyShare() {
    for (int failures = 1; failures < 200; failures++) {
      long most = Math.min(30_000, 500L << Math.min(failures - 1, 20));
      assertThat(Line.pause(failures))
          .isBetween(Duration.ofMillis(most / 2), Duration.ofMillis(most));
    }
  }

  @Test
  void saysSinceWhenAndWhyItIsDown() {
    Line line = new Line();
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
    Line line = new Line();
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
