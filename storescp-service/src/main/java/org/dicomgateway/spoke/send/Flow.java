package org.dicomgateway.spoke.send;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.dicomgateway.spoke.destination.Bandwidth;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.Throughput;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;

/** What goes to a destination, held to its limits and counted. Thread-safe. */
final class Flow {
  /** So much at once that limits hold over a second, too. */
  private static final int MOST_AT_ONCE = 64 << 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Bandwidth bandwidth;
  private final Throughput throughput;
  private final LongConsumer sent;

  /**
   * @param sent told of all bytes that go
   */
  Flow(Timeline time, LongConsumer sent) {
    this.bandwidth = new Bandwidth(time);
    this.throughput = new Throughput(time::nanos);
    this.sent = sent;
  }

  void limit(Limits limits) {
    lock.lock();
    try {
      bandwidth.change(limits);
    } finally {
      lock.unlock();
    }
  }

  List<LimitInForce> inForce() {
    lock.lock();
    try {
      return bandwidth.inForce();
    } finally {
      lock.unlock();
    }
  }

  long bytesPerSecond() {
    return throughput.bytesPerSecond();
  }

  /** Whether nothing as urgent may be begun now. */
  boolean isShut(Urgency urgency) {
    lock.lock();
    try {
      return isZero(bandwidth.bytesPerSecond(urgency));
    } finally {
      lock.unlock();
    }
  }

  private static boolean isZero(OptionalLong rate) {
    return rate.isPresent() && rate.getAsLong() == 0;
  }

  /** The same bytes, at the pace at which they may go. */
  InputStream paced(InputStream in, Urgency urgency) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
          return 0;
        }
        int count = super.read(bytes, offset, granted(urgency, Math.min(length, MOST_AT_ONCE)));
        if (count > 0) {
          throughput.add(count);
          sent.accept(count);
        }
        return count;
      }
    };
  }

  private int granted(Urgency urgency, int wanted) throws InterruptedIOException {
    while (true) {
      long granted = take(urgency, wanted);
      if (granted > 0) {
        return (int) granted;
      }
      try {
        TimeUnit.NANOSECONDS.sleep(-granted);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("stopped while held to a limit of bandwidth");
      }
    }
  }

  /** What is under way when its hours end is finished: a peer would not wait until the next. */
  private long take(Urgency urgency, int wanted) {
    lock.lock();
    try {
      return isZero(bandwidth.bytesPerSecond(urgency)) ? wanted : bandwidth.take(urgency, wanted);
    } finally {
      lock.unlock();
    }
  }
}
