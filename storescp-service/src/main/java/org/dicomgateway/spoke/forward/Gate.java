package org.dicomgateway.spoke.forward;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
  private final Traffic traffic;
  private final Timeline time;
  private final int mostPacks;
  private final Runnable onRoom;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /**
   * @param mostPacks at once, as urgent or more than one that wants to begin
   * @param onRoom called when there may be room for another pack
   */
  Gate(LineRate rate, Bandwidth bandwidth, Timeline time, int mostPacks, Runnable onRoom) {
    this.traffic = new Traffic(rate, bandwidth, time);
    this.time = time;
    this.mostPacks = mostPacks;
    this.onRoom = onRoom;
  }

  /** Has more of the kind expected that came so long ago, when another process was here. */
  void expect(Precedence precedence, Duration ago) {
    lock.lock();
    try {
      traffic.expect(precedence, ago);
    } finally {
      lock.unlock();
    }
  }

  /** Whether the packs before it leave the line something to do for one more. */
  boolean hasRoom(Precedence precedence) {
    lock.lock();
    try {
      return traffic.hasRoom(precedence, mostPacks);
    } finally {
      lock.unlock();
    }
  }

  /** Lets what is on its way of a study be as urgent. */
  void hurry(String study, Urgency urgency) {
    lock.lock();
    try {
      traffic.hurry(study, urgency);
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
      return traffic.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Lets a pack in, to be closed when it has come to its end. */
  Pass enter(Pack pack) {
    Claim claim = new Claim(pack);
    lock.lock();
    try {
      traffic.enter(claim);
      return new Pass(claim);
    } finally {
      lock.unlock();
    }
  }

  /** The way of one pack. For one thread, and another that reads its bytes. */
  final class Pass implements AutoCloseable {
    private final Claim claim;

    private Pass(Claim claim) {
      this.claim = claim;
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
        claim.waits(remaining);
        changed.signalAll();
        while (!traffic.isTurnOf(claim)) {
          // A limit ends by the clock or a person, and neither wakes anybody here.
          time.await(changed, Duration.ofSeconds(traffic.isShut(claim) ? 1 : 60).toNanos());
        }
        return traffic.beginPiece(claim);
      } finally {
        claim.waitsNoLonger();
        changed.signalAll();
        lock.unlock();
      }
    }

    /**
     * Lets bytes of the piece pass, perhaps after a while.
     *
     * @return how many of those wanted; 0 if the piece has to end here
     */
    int grant(int wanted) throws InterruptedIOException {
      lock.lock();
      try {
        while (!traffic.isOvertaken(claim) && !traffic.isShut(claim)) {
          long granted = traffic.take(claim, wanted);
          if (granted > 0) {
            return (int) granted;
          }
          time.await(changed, -granted);
        }
        claim.cutShort();
        return 0;
      } catch (InterruptedException e) {
        throw new InterruptedIOException("stopped while sending pack " + claim.pack());
      } finally {
        lock.unlock();
      }
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
        traffic.pieceEnded(claim, arrived, remaining);
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
        traffic.leave(claim);
        changed.signalAll();
      } finally {
        lock.unlock();
      }
      onRoom.run();
    }
  }
}
