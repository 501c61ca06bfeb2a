package org.dicomgateway.samples.badline;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * How much of one connection may be on its way without an acknowledgement: ten segments at first,
 * twice as much after each round trip, up to a limit (RFC 5681 §3.1, RFC 6928). For one thread.
 */
final class Window {
  private static final int INITIAL = 10 * LineQuality.SEGMENT;

  private record Sent(long acknowledged, int bytes) {}

  private final Queue<Sent> flying = new ArrayDeque<>();
  private final long limit;
  private long size = INITIAL;
  private long outstanding;

  Window(long limit) {
    this.limit = limit;
  }

  /** The first moment from one on at which more may be sent. */
  long whenOpen(long now) {
    long time = now;
    while (!flying.isEmpty() && (flying.peek().acknowledged <= now || outstanding >= size)) {
      Sent sent = flying.remove();
      time = Math.max(time, sent.acknowledged);
      outstanding -= sent.bytes;
      size = Math.min(limit, size + sent.bytes);
    }
    return time;
  }

  /** Counts bytes until their acknowledgement comes. */
  void sent(int bytes, long acknowledged) {
    flying.add(new Sent(acknowledged, bytes));
    outstanding += bytes;
  }
}
