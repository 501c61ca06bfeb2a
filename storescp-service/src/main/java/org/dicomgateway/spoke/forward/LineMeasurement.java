package org.dicomgateway.spoke.forward;

import java.time.Duration;
import org.dicomgateway.spoke.destination.Timeline;

/**
 * Measures what the line carries: bytes that arrived in the time that some were on their way.
 * Guarded by the gate's lock.
 */
final class LineMeasurement {
  private static final long SHORTEST = Duration.ofMillis(500).toNanos();

  private final LineRate rate;
  private final Timeline time;
  private long bytes;
  private long busySince;
  private long busyBefore;
  private boolean asMuch;

  LineMeasurement(LineRate rate, Timeline time) {
    this.rate = rate;
    this.time = time;
  }

  /** Bytes go on their way, of which there were none before. */
  void begin() {
    busySince = time.nanos();
  }

  /**
   * Bytes arrived.
   *
   * @param full whether as much was sent as the line was believed to carry
   * @param nowIdle whether nothing is on its way any more
   */
  void arrived(long count, boolean full, boolean nowIdle) {
    long now = time.nanos();
    bytes += count;
    asMuch |= full;
    long busy = busyBefore + now - busySince;
    if (busy >= SHORTEST) {
      rate.measured(bytes, Duration.ofNanos(busy), asMuch);
      bytes = 0;
      busyBefore = 0;
      asMuch = false;
    } else if (nowIdle) {
      busyBefore = busy;
    } else {
      return;
    }
    busySince = now;
  }
}
