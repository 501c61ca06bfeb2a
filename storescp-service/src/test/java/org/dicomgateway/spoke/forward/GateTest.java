package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dicomgateway.pack.PackId;
import org.dicomgateway.spoke.destination.Bandwidth;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.ManualTime;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateTest {
  private static final int READ = 16 << 10;
  private final LineRate rate = new LineRate();
  private final Bandwidth bandwidth = new Bandwidth(Timeline.REAL);
  private final Gate gate = new Gate(rate, bandwidth, Timeline.REAL, 4, () -> {});

  @Test
  void endsAPieceWhenSomethingMoreUrgentHasBytesToSend() throws Exception {
    Gate.Pass large = gate.enter(pack(Urgency.BACKGROUND, 500_000_000));
    large.awaitPiece(500_000_000);
    assertThat(large.grant(READ)).isEqualTo(READ);

    Gate.Pass stat = gate.enter(pack(Urgency.STAT, 1_000_000));
    assertThat(large.grant(READ)).isEqualTo(READ);
    CompletableFuture<Long> piece = async(() -> stat.awaitPiece(1_000_000));
    while (large.grant(1) > 0) {
      Thread.onSpinWait();
    }
    large.pieceEnded(READ, 499_000_000);

    assertThat(piece.get()).isPositive();
  }

  @Test
  void letsWhatIsLessUrgentGoOnWhenTheRestIsSent() throws Exception {
    Gate.Pass stat = gate.enter(pack(Urgency.STAT, READ));
    stat.awaitPiece(READ);
    Gate.Pass large = gate.enter(pack(Urgency.BACKGROUND, 500_000_000));
    CompletableFuture<Long> piece = async(() -> large.awaitPiece(500_000_000));
    assertThat(stat.grant(READ)).isEqualTo(READ);
    stat.pieceEnded(READ, 0);

    assertThat(piece.get()).isPositive();
    assertThat(large.grant(READ)).isEqualTo(READ);
  }

  @Test
  void holdsWhatIsOnItsWayToTheWindow() throws Exception {
    long sent = 0;
    Gate.Pass first = gate.enter(pack(Urgency.NORMAL, 100_000_000));
    for (int i = 0; i < 3; i++) {
      gate.enter(pack(Urgency.NORMAL, 100_000_000));
    }
    sent += first.awaitPiece(100_000_000);
    Gate.Pass second = gate.enter(pack(Urgency.NORMAL, 100_000_000));
    sent += second.awaitPiece(100_000_000);
    assertThat(sent).isBetween(rate.window() - READ, rate.window());

    Gate.Pass third = gate.enter(pack(Urgency.NORMAL, 100_000_000));
    CompletableFuture<Long> piece = async(() -> third.awaitPiece(100_000_000));
    first.pieceEnded(100_000, 99_900_000);

    assertThat(piece.get()).isPositive();
  }

  @Test
  void sendsWhatIsUrgentWhileTheWindowIsFullOfWhatIsNot() throws Exception {
    assertThat(fill(gate, Urgency.NORMAL)).isGreaterThan(rate.window() - READ);

    Gate.Pass stat = gate.enter(pack(Urgency.STAT, 200_000));

    assertThat(stat.awaitPiece(200_000)).isEqualTo(200_000);
  }

  @Test
  void keepsTheWindowShortWhereSomethingUrgentCameLately() throws Exception {
    gate.enter(pack(Urgency.STAT, READ)).close();

    assertThat(fill(gate, Urgency.NORMAL)).isLessThanOrEqualTo(rate.shortWindow());
  }

  @Test
  void keepsTheWindowShortForTheBackground() throws Exception {
    assertThat(fill(gate, Urgency.BACKGROUND)).isLessThanOrEqualTo(rate.shortWindow());
  }

  @Test
  void keepsTheWindowShortWhereThereWasUltrasoundThisWeek() throws Exception {
    gate.expect(new Precedence(Urgency.NORMAL, true), Duration.ofDays(7));

    assertThat(fill(gate, Urgency.NORMAL)).isLessThanOrEqualTo(rate.shortWindow());
  }

  @Test
  void opensTheWindowAgainWhenNothingUrgentHasComeForLong() throws Exception {
    ManualTime time = new ManualTime(Instant.EPOCH);
    Gate later = new Gate(rate, bandwidth, time, 4, () -> {});
    later.enter(pack(Urgency.STAT, READ)).close();
    time.pass(Duration.ofMinutes(10));

    assertThat(fill(later, Urgency.NORMAL)).isGreaterThan(rate.window() - READ);
  }

  /** Returns how many bytes are on their way then. */
  private static long fill(Gate gate, Urgency urgency) throws InterruptedException {
    Gate.Pass first = gate.enter(pack(urgency, 100_000_000));
    Gate.Pass second = gate.enter(pack(urgency, 100_000_000));
    return first.awaitPiece(100_000_000) + second.awaitPiece(100_000_000);
  }

  @Test
  void hasRoomForWhatIsUrgentWhateverElseIsOnItsWay() {
    for (int i = 0; i < 4; i++) {
      gate.enter(pack(Urgency.BACKGROUND, 10));
    }
    assertThat(gate.hasRoom(new Precedence(Urgency.BACKGROUND, false))).isFalse();
    assertThat(gate.hasRoom(new Precedence(Urgency.BACKGROUND, true))).isTrue();
    assertThat(gate.hasRoom(new Precedence(Urgency.STAT, false))).isTrue();

    gate.enter(pack(Urgency.NORMAL, 2 * rate.pack()));
    assertThat(gate.hasRoom(new Precedence(Urgency.NORMAL, false))).isFalse();
    assertThat(gate.hasRoom(new Precedence(Urgency.STAT, false))).isTrue();
  }

  @Test
  void sendsNoPieceWhileALimitLetsNothingPass() throws Exception {
    bandwidth.change(Limits.parse("normal 0"));
    Gate.Pass pass = gate.enter(pack(Urgency.NORMAL, READ));
    CompletableFuture<Long> piece = async(() -> pass.awaitPiece(READ));
    assertThat(piece).isNotDone();
    bandwidth.change(Limits.NONE);

    assertThat(piece.get()).isEqualTo(READ);
  }

  @Test
  void findsOutWhatTheLineCarries() throws Exception {
    ManualTime time = new ManualTime(Instant.EPOCH);
    Gate fast = new Gate(rate, new Bandwidth(time), time, 4, () -> {});
    rate.roundTrip(Duration.ofMillis(200));
    Gate.Pass pass = fast.enter(pack(Urgency.NORMAL, 1L << 40));
    double lineRate = 2_500_000;
    for (int i = 0; i < 60; i++) {
      long piece = pass.awaitPiece(1L << 40);
      time.pass(Duration.ofNanos((long) (1e9 * (0.2 + piece / lineRate))));
      pass.pieceEnded(piece, 1L << 40);
    }

    assertThat(rate.bytesPerSecond()).isBetween(2_000_000L, 2_500_000L);
    assertThat(rate.window()).isBetween(1_400_000L, 1_750_000L);
  }

  private static CompletableFuture<Long> async(Waiting step) {
    CompletableFuture<Long> done = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                done.complete(step.run());
              } catch (InterruptedException e) {
                done.completeExceptionally(e);
              }
            });
    return done;
  }

  @FunctionalInterface
  private interface Waiting {
    long run() throws InterruptedException;
  }

  private static Pack pack(Urgency urgency, long bytes) {
    return new Pack(
        PackId.next(), "1.2", Instant.EPOCH, new Precedence(urgency, false), List.of("a"), bytes);
  }
}
