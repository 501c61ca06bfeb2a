package org.dicomgateway.spoke.destination;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Holds what is sent to the limits of the hour. Not thread-safe but for {@link #change}. */
public final class Bandwidth {
  /** Another window may begin meanwhile. */
  private static final long LONGEST_WAIT = Duration.ofSeconds(1).toNanos();

  private final Timeline time;
  private final Map<Urgency, TokenBucket> buckets = new EnumMap<>(Urgency.class);
  private volatile Limits limits = Limits.NONE;

  public Bandwidth(Timeline time) {
    this.time = time;
    for (Urgency urgency : Urgency.values()) {
      buckets.put(urgency, new TokenBucket(time.nanos()));
    }
  }

  /**
   * Other limits hold from now on.
   *
   * @return those that held before
   */
  public synchronized Limits change(Limits changed) {
    Limits before = limits;
    limits = changed;
    return before;
  }

  public Limits limits() {
    return limits;
  }

  /** What holds something as urgent, its own limit or that of more urgent things with it. */
  public OptionalLong bytesPerSecond(Urgency urgency) {
    LocalDateTime now = LocalDateTime.ofInstant(time.now(), ZoneId.systemDefault());
    return holding(urgency).stream()
        .map(one -> limits.bytesPerSecond(one, now))
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .min();
  }

  /** What is felt now by what waits: of each urgency that is held at all. */
  public List<LimitInForce> inForce() {
    ZonedDateTime now = time.now().atZone(ZoneId.systemDefault());
    Limits current = limits;
    return Stream.of(Urgency.values())
        .flatMap(urgency -> LimitInForce.of(current, urgency, now).stream())
        .toList();
  }

  /** By whose limits something as urgent is held. */
  static List<Urgency> holding(Urgency urgency) {
    return switch (urgency) {
      case STAT -> List.of();
      case NORMAL -> List.of(Urgency.NORMAL);
      case BACKGROUND -> List.of(Urgency.NORMAL, Urgency.BACKGROUND);
    };
  }

  /**
   * Takes bytes if there are any.
   *
   * @return how many of those wanted may go now; if none, the negative of the nanoseconds to wait
   */
  public long take(Urgency urgency, int wanted) {
    if (limits.windows().isEmpty()) {
      return wanted;
    }
    LocalDateTime clock = LocalDateTime.ofInstant(time.now(), ZoneId.systemDefault());
    long now = time.nanos();
    int granted = wanted;
    for (Urgency holding : holding(urgency)) {
      OptionalLong rate = limits.bytesPerSecond(holding, clock);
      if (rate.isPresent() && rate.getAsLong() == 0) {
        return -LONGEST_WAIT;
      }
      if (rate.isPresent()) {
        TokenBucket bucket = buckets.get(holding);
        bucket.fill(rate.getAsLong(), now);
        int available = bucket.available(granted);
        if (available == 0) {
          return -Math.clamp(bucket.nanosUntil(granted), 1, LONGEST_WAIT);
        }
        granted = available;
      }
    }
    for (Urgency holding : holding(urgency)) {
      buckets.get(holding).take(granted);
    }
    return granted;
  }
}
