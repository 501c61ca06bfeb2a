package org.dicomgateway.spoke.destination;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dicomgateway.spoke.destination.Limits.Window;

/**
 * The limit of bandwidth that something as urgent feels now: of all that hold it, the lowest.
 *
 * @param urgency of what it holds; never STAT
 * @param rule as it would be written into the settings
 * @param kbitPerSecond 0: nothing passes
 * @param until when more may pass; empty if that is never
 */
public record LimitInForce(
    Urgency urgency, String rule, long kbitPerSecond, Optional<Instant> until) {
  /** Every rule comes round within a week. */
  private static final int DAYS = 8;

  /** Empty if nothing holds it. */
  static Optional<LimitInForce> of(Limits limits, Urgency urgency, ZonedDateTime now) {
    LocalDateTime clock = now.toLocalDateTime();
    return lowest(limits, urgency, clock)
        .map(
            window ->
                new LimitInForce(
                    urgency,
                    window.toString(),
                    window.kbitPerSecond(),
                    relief(limits, urgency, clock, window.kbitPerSecond())
                        .map(time -> time.atZone(now.getZone()).toInstant())));
  }

  private static Optional<Window> lowest(Limits limits, Urgency urgency, LocalDateTime clock) {
    return limits.windows().stream()
        .filter(window -> Bandwidth.holding(urgency).contains(window.urgency()))
        .filter(window -> window.holds(clock))
        .min(Comparator.comparingLong(Window::kbitPerSecond));
  }

  private static Optional<LocalDateTime> relief(
      Limits limits, Urgency urgency, LocalDateTime now, long kbitPerSecond) {
    return limits.windows().stream()
        .flatMap(window -> Stream.of(window.hours().from(), window.hours().until()))
        .distinct()
        .flatMap(
            time ->
                LongStream.rangeClosed(0, DAYS)
                    .mapToObj(day -> now.toLocalDate().plusDays(day).atTime(time)))
        .filter(time -> time.isAfter(now))
        .sorted()
        .filter(
            time ->
                lowest(limits, urgency, time)
                    .filter(window -> window.kbitPerSecond() <= kbitPerSecond)
                    .isEmpty())
        .findFirst();
  }

  /** Whether nothing passes. */
  public boolean letsNothingPass() {
    return kbitPerSecond == 0;
  }
}
