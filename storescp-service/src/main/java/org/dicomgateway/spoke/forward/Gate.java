package org.dicomgateway.spoke.forward;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.dicomgateway.spoke.destination.Bandwidth;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * Where the bytes of all packs pass on their way to the network, the most urgent first. Bytes that
 * are on their way are held to the line's window, so that what is urgent finds little before it; a
 * piece that is being sent ends early when something more urgent has bytes to send. Where something
 * urgent came lately more of it is expected, and the window for the others is a shorter one, as it
 * always is for what is in the background. What is less urgent holds up nothing: its bytes are on
 * the line before, not in the window. Limits of bandwidth hold here. Thread-safe.
 */
final class Gate {
  /** A piece is worth its request from here on. */
  private static final long LEAST_PIECE = 16 << 10;

  /** How long a piece may take under a limit. */
  private static final int LIMITED_SECONDS = 2;

  /** How long after something urgent more of it is expected: a study goes on. */
  private static final Duration EXPECTED = Duration.ofMinutes(10);

  /** Likewise after something live: a hospital that examines so does it every week. */
  static final Duration LIVE_EXPECTED = Duration.ofDays(8);

  private static final long SHORTEST_MEASUREMENT = Duration.ofMillis(500).toNanos();

  private final LineRate rate;
  private final Bandwidth bandwidth;
  private final Timeline time;
  private final int mostPacks;
  private final Runnable onRoom;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Pass> passes = new ArrayList<>();
  private final Map<Precedence, Long> entered = new HashMap<>();
  private final Arrivals arrivals = new Arrivals();
  private long onTheWay;

  /**
   * @param mostPacks at once, as urgent or more than one that wants to begin
   * @param onRoom called when there may be room for another pack
   */
  Gate(LineRate rate, Bandwidth bandwidth, Timeline time, int mostPacks, Runnable onRoom) {
    this.rate = rate;
    this.bandwidth = bandwidth;
    this.time = time;
    this.mostPacks = mostPacks;
    this.onRoom = onRoom;
  }

  /** Has more of the kind expected that came so long ago, when another process was here. */
  void expect(Precedence precedence, Duration ago) {
    lock.lock();
    try {
      entered.put(precedence, time.nanos() - ago.toNanos());
    } finally {
      lock.unlock();
    }
  }

  /** Whether the packs before it leave the line something to do for one more. */
  boolean hasRoom(Precedence precedence) {
    lock.lock();
    try {
      List<Pass> before =
          passes.stream().filter(pass -> !precedence.isBefore(pass.precedence)).toList();
      long unsent = before.stream().mapToLong(pass -> pass.unsent).sum();
      return before.size() < mostPacks && unsent < 2 * rate.pack();
    } finally {
      lock.unlock();
    }
  }

  /** Lets what is on its way of a study be as urgent. */
  void hurry(String study, Urgency urgency) {
    lock.lock();
    try {
      passes.stream()
          .filter(pass -> pass.study.equals(study))
          .forEach(pass -> pass.precedence = pass.precedence.as(urgency));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    onRoom.run();
  }

  /** Whether nothing is on its way. */
  boolean isIdle() {
    lock.lock();
    try {
      return passes.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Lets a pack in, to be closed when it has come to its end. */
  Pass enter(Pack pack) {
    lock.lock();
    try {
      Pass pass = new Pass(pack);
      passes.add(pass);
      entered.put(pass.precedence, time.nanos());
      return pass;
    } finally {
      lock.unlock();
    }
  }

  /** The way of one pack. For one thread, and another that reads its bytes. */
  final class Pass implements AutoCloseable {
    private final String study;
    private final String pack;
    private Precedence precedence;
    private long unsent;
    private long piece;
    private boolean sending;
    private boolean waiting;
    private boolean asMuch;

    private Pass(Pack pack) {
      this.study = pack.study();
      this.precedence = pack.precedence();
      this.pack = pack.id();
      this.unsent = pack.bytes();
    }

    /**
     * Waits until a piece may be sent.
     *
     * @param remaining bytes of the pack
     * @return bytes that the piece may have at most, 1 at least
     */
    long awaitPiece(long remaining) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        unsent = remaining;
        sending = true;
        waiting = true;
        changed.signalAll();
        while (!isItsTurn()) {
          time.await(changed, nanosToWait());
        }
        piece = Math.min(remaining, longestPiece());
        asMuch = piece < remaining && bandwidth.bytesPerSecond(precedence.urgency()).isEmpty();
        arrivals.begin(onTheWay == 0);
        onTheWay += piece;
        return piece;
      } finally {
        waiting = false;
        changed.signalAll();
        lock.unlock();
      }
    }

    private boolean isItsTurn() {
      return passes.stream().noneMatch(this::isHeldBy)
          && (before() == 0 || window() - before() >= Math.min(unsent, LEAST_PIECE))
          && !letsNothingPass();
    }

    /** Bytes on their way that are as urgent or more: all others it has overtaken. */
    private long before() {
      return asUrgent().mapToLong(pass -> pass.piece).sum();
    }

    private Stream<Pass> asUrgent() {
      return passes.stream().filter(pass -> !precedence.isBefore(pass.precedence));
    }

    private long window() {
      return isOvertakingExpected() ? rate.shortWindow() : rate.window();
    }

    private boolean isOvertakingExpected() {
      long now = time.nanos();
      return precedence.urgency() == Urgency.BACKGROUND
          || entered.entrySet().stream()
              .filter(last -> last.getKey().isBefore(precedence))
              .anyMatch(last -> now - last.getValue() < expected(last.getKey()).toNanos());
    }

    private static Duration expected(Precedence precedence) {
      return precedence.live() ? LIVE_EXPECTED : EXPECTED;
    }

    /** By one that is more urgent, or as urgent, before it and waiting too. */
    private boolean isHeldBy(Pass other) {
      return other != this
          && other.sending
          && other.unsent > 0
          && (other.precedence.isBefore(precedence)
              || other.waiting
                  && other.precedence.equals(precedence)
                  && other.pack.compareTo(pack) < 0);
    }

    private boolean letsNothingPass() {
      OptionalLong limit = bandwidth.bytesPerSecond(precedence.urgency());
      return limit.isPresent() && limit.getAsLong() == 0;
    }

    private long nanosToWait() {
      return Duration.ofSeconds(letsNothingPass() ? 1 : 60).toNanos();
    }

    private long longestPiece() {
      boolean alone = asUrgent().noneMatch(other -> other != this && other.unsent > 0);
      long most = rate.pieceAlone();
      if (!alone) {
        most = Math.min(window() / 2, Math.max(window() - before(), LEAST_PIECE));
      } else if (isOvertakingExpected()) {
        most = rate.shortWindow();
      }
      OptionalLong limit = bandwidth.bytesPerSecond(precedence.urgency());
      return limit.isEmpty() ? most : Math.clamp(limit.getAsLong() * LIMITED_SECONDS, 1, most);
    }

    /**
     * Lets bytes of the piece pass, perhaps after a while.
     *
     * @return how many of those wanted; 0 if the piece has to end here
     */
    int grant(int wanted) throws InterruptedIOException {
      lock.lock();
      try {
        while (!isOvertaken() && !letsNothingPass()) {
          long granted = bandwidth.take(precedence.urgency(), wanted);
          if (granted > 0) {
            unsent -= granted;
            return (int) granted;
          }
          time.await(changed, -granted);
        }
        asMuch = false;
        return 0;
      } catch (InterruptedException e) {
        throw new InterruptedIOException("stopped while sending pack " + pack);
      } finally {
        lock.unlock();
      }
    }

    private boolean isOvertaken() {
      return passes.stream()
          .anyMatch(
              other -> other.sending && other.unsent > 0 && other.precedence.isBefore(precedence));
    }

    /**
     * The piece is no longer on its way.
     *
     * @param arrived bytes that the hub confirmed; 0 if it is open what it has
     * @param remaining bytes of the pack, as far as is known
     */
    void pieceEnded(long arrived, long remaining) {
      lock.lock();
      try {
        onTheWay -= piece;
        piece = 0;
        unsent = remaining;
        sending = remaining > 0;
        arrivals.arrived(arrived, asMuch, onTheWay == 0);
        changed.signalAll();
      } finally {
        lock.unlock();
      }
      onRoom.run();
    }

    @Override
    public void close() {
      lock.lock();
      try {
        passes.remove(this);
        onTheWay -= piece;
        piece = 0;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
      onRoom.run();
    }
  }

  /** Bytes that arrived in the time that some were on their way. Guarded by the lock. */
  private final class Arrivals {
    private long bytes;
    private long busySince;
    private long busyBefore;
    private boolean asMuch;

    void begin(boolean fromIdle) {
      if (fromIdle) {
        busySince = time.nanos();
      }
    }

    void arrived(long count, boolean full, boolean nowIdle) {
      long now = time.nanos();
      bytes += count;
      asMuch |= full;
      long busy = busyBefore + now - busySince;
      if (busy >= SHORTEST_MEASUREMENT) {
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
}
