package org.dicomgateway.samples.badline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What a line does to bytes, on times that the test makes up. */
class LineModelTest {
  private static final long SECOND = 1_000_000_000;
  private static final long MILLISECOND = 1_000_000;

  @Test
  void carriesNoMoreThanItsRateOfAllConnectionsTogether() {
    Lane lane = new Lane(LineQuality.PERFECT.rate(4000));
    long first = SECOND;
    long left = first;
    int bytes = 0;
    while (left < 11 * SECOND) {
      // Two senders that take turns; each is awake 3 ms late.
      left = lane.send(left + 3 * MILLISECOND, 2500);
      left = lane.send(left, 2500);
      bytes += 5000;
    }
    assertThat(bytes * 8 / 10_000.0).isCloseTo(4000, within(40.0));
  }

  @Test
  void idleTimeIsNotSavedUp() {
    Lane lane = new Lane(LineQuality.PERFECT.rate(8));
    lane.send(0, 1000);
    assertThat(lane.send(60 * SECOND, 1000)).isEqualTo(61 * SECOND - Lane.CATCH_UP_NANOS);
  }

  @Test
  void nothingLeavesInAnOutage() {
    LineQuality quality =
        LineQuality.PERFECT.rate(8000).outages(Duration.ofSeconds(10), Duration.ofSeconds(5));
    Lane lane = new Lane(quality);
    assertThat(lane.send(9 * SECOND, 20_000)).isLessThan(10 * SECOND);
    assertThat(lane.send(12 * SECOND, 1000)).isEqualTo(15 * SECOND + MILLISECOND);
    assertThat(lane.send(26 * SECOND, 1000)).isEqualTo(30 * SECOND + MILLISECOND);
  }

  @Test
  void everyByteIsDelayed() {
    Flight flight = new Flight(LineQuality.PERFECT.delay(Duration.ofMillis(80)), 1);
    assertThat(flight.arrival(SECOND, 1448)).isEqualTo(SECOND + 80 * MILLISECOND);
    assertThat(flight.arrival(2 * SECOND, 1)).isEqualTo(2 * SECOND + 80 * MILLISECOND);
  }

  @Test
  void jitterKeepsTheOrder() {
    LineQuality quality =
        LineQuality.PERFECT.delay(Duration.ofMillis(80)).jitter(Duration.ofMillis(40));
    List<Long> arrivals = arrivals(quality, 1000, MILLISECOND);
    assertThat(arrivals).isSorted();
    for (int i = 0; i < 1000; i++) {
      assertThat(arrivals.get(i) - i * MILLISECOND).isBetween(80 * MILLISECOND, 120 * MILLISECOND);
    }
    assertThat(arrivals).isNotEqualTo(arrivals(quality.jitter(Duration.ZERO), 1000, MILLISECOND));
  }

  @Test
  void lostSegmentHoldsUpAllBehindItForARetransmission() {
    LineQuality quality = LineQuality.PERFECT.delay(Duration.ofMillis(100)).stalls(1);
    List<Long> arrivals = arrivals(quality, 100_000, SECOND);
    long late = arrivals.stream().filter(arrival -> arrival % SECOND == 300 * MILLISECOND).count();
    assertThat(late).isCloseTo(1000L, Percentage.withPercentage(15));

    List<Long> dense = arrivals(quality, 1000, MILLISECOND);
    assertThat(dense).isSorted();
    long heldUp = 0;
    for (int i = 0; i < dense.size(); i++) {
      heldUp += dense.get(i) > i * MILLISECOND + 100 * MILLISECOND ? 1 : 0;
    }
    assertThat(heldUp).as("far more than the one percent that was lost").isGreaterThan(500);
  }

  @Test
  void sameSeedSameLine() {
    LineQuality quality =
        LineQuality.PERFECT.delay(Duration.ofMillis(5)).jitter(Duration.ofMillis(5)).stalls(3);
    assertThat(arrivals(quality, 500, MILLISECOND)).isEqualTo(arrivals(quality, 500, MILLISECOND));
  }

  private static List<Long> arrivals(LineQuality quality, int count, long apart) {
    Flight flight = new Flight(quality, 42);
    return LongStream.range(0, count).map(i -> flight.arrival(i * apart, 1448)).boxed().toList();
  }

  @Test
  void windowOpensWithAcknowledgementsAndDoublesUpToItsLimit() {
    Window window = new Window(60_000);
    List<Integer> perRoundTrip = new ArrayList<>();
    long now = 0;
    for (int trip = 0; trip < 4; trip++) {
      int sent = 0;
      while (window.whenOpen(now) == now) {
        window.sent(1448, now + SECOND);
        sent += 1448;
      }
      perRoundTrip.add(sent);
      now += SECOND;
    }
    assertThat(perRoundTrip.subList(0, 3)).containsExactly(14_480, 28_960, 57_920);
    assertThat(perRoundTrip.get(3)).isBetween(60_000, 61_448);
  }

  @Test
  void fullWindowSaysWhenItOpens() {
    Window window = new Window(1 << 16);
    window.sent(14_480, 7 * SECOND);
    assertThat(window.whenOpen(SECOND)).isEqualTo(7 * SECOND);
  }

  @Test
  void cutsEachTimeItsBytesHavePassed() {
    CutSchedule schedule = CutSchedule.every(100, List.of(Cut.RESET, Cut.SILENT), 3);
    assertThat(schedule.passed(99)).isEmpty();
    assertThat(schedule.passed(1)).contains(Cut.RESET);
    assertThat(schedule.passed(100)).contains(Cut.SILENT);
    assertThat(schedule.passed(100)).contains(Cut.RESET);
    assertThat(schedule.passed(1000)).isEmpty();
    assertThat(CutSchedule.never().passed(Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  void cutsBySeedAtTheSameBytesAndAsOftenAsAsked() {
    List<Optional<Cut>> cuts = cuts(7);
    assertThat(cuts).isEqualTo(cuts(7)).isNotEqualTo(cuts(8));
    assertThat(cuts.stream().filter(Optional::isPresent).count())
        .isCloseTo(1000L, Percentage.withPercentage(15));
    assertThat(cuts).contains(Optional.of(Cut.HALF_OPEN), Optional.of(Cut.LYING_RESET));
  }

  @Test
  void cutsAsOftenAsAskedBeforeSoManyBytesWhateverTheSeed() {
    for (long seed = 0; seed < 100; seed++) {
      CutSchedule schedule = CutSchedule.within(1000, 6, List.of(Cut.RESET), seed);
      assertThat(LongStream.range(0, 1010).filter(_ -> schedule.passed(1).isPresent()).count())
          .as("seed %d", seed)
          .isEqualTo(6);
    }
  }

  private static List<Optional<Cut>> cuts(long seed) {
    CutSchedule schedule = CutSchedule.random(1000, List.of(Cut.HALF_OPEN, Cut.LYING_RESET), seed);
    return LongStream.range(0, 100_000).mapToObj(_ -> schedule.passed(10)).toList();
  }
}
