package org.dicomgateway.spoke.send;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
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
  private static final int MOST_AT_ONCE = 64 << 10;
  private static final int LEAST_AT_ONCE = 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Timeline time;
  private final Bandwidth bandwidth;
  private final Throughput throughput;
  private final LongConsumer sent;

  /**
   * @param sent told of all bytes that go
   */
  Flow(Timeline time, LongConsumer sent) {
    this.time = time;
    this.bandwidth = new Bandwidth(time);
    this.throughput = new Throughput(time::nanos);
    this.sent = sent;
  }

  Limits limit(Limits limits) {
    lock.lock();
    try {
      return bandwidth.change(limits);
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
        int count = super.read(bytes, offset, Math.min(length, mostAtOnce(urgency)));
        if (count > 0) {
          pay(urgency, count);
          throughput.add(count);
          sent.accept(count);
        }
        return count;
      }
    };
  }

  /** What goes in half a second, so that nobody takes a low limit for a line that stalls. */
  private int mostAtOnce(Urgency urgency) {
    lock.lock();
    try {
      OptionalLong rate = bandwidth.bytesPerSecond(urgency);
      return rate.isEmpty()
          ? MOST_AT_ONCE
          : Math.clamp(rate.getAsLong() / 2, LEAST_AT_ONCE, MOST_AT_ONCE);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until so many bytes may go. */
  private void pay(Urgency urgency, int count) throws InterruptedIOException {
    int left = count;
    while (left > 0) {
      long granted = take(urgency, left);
      if (granted > 0) {
        left -= (int) granted;
      } else {
        sleep(Duration.ofNanos(-granted));
      }
    }
  }

  private void sleep(Duration pause) throws InterruptedIOException {
    try {
      time.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while held to a limit of bandwidth");
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
