package org.dicomgateway.spoke.forward;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dicomgateway.spoke.destination.Backoff;
import org.dicomgateway.spoke.destination.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the hub can be reached. While it cannot, one sender at a time tries, ever more rarely and
 * never at a time that many spokes share; when it works, all go on at once. Thread-safe.
 */
final class Line {
  enum State {
    /** The last request was answered, or none was made yet. */
    UP,
    /** No answer, or one that says later. */
    DOWN,
    /** The hub does not accept the token. */
    REFUSED
  }

  /**
   * @param since when the state began
   * @param lastError why the line is not up; empty if it is
   */
  record Status(State state, Instant since, String lastError) {}

  /** What is urgent may try before its time, but no more often. */
  private static final Duration BETWEEN_HURRIES = Duration.ofSeconds(1);

  private static final Logger log = LoggerFactory.getLogger(Line.class);

  private final Timeline time;
  private final Backoff backoff;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Status status;
  private int failures;
  private long nextTry;
  private long nextHurry;
  private boolean trying;

  Line(Timeline time, Backoff backoff) {
    this.time = time;
    this.backoff = backoff;
    this.status = new Status(State.UP, time.now(), "");
    this.nextTry = time.nanos();
    this.nextHurry = nextTry;
  }

  /** Returns when the line is up, or when it is this thread's turn to try it. */
  void awaitTurn() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      for (long wait = nanosToTurn(); wait > 0; wait = nanosToTurn()) {
        time.await(changed, wait);
      }
      trying = status.state() != State.UP;
      // Should the turn be lost, the next one comes all the same.
      nextTry = time.nanos() + Backoff.LONGEST.toNanos();
    } finally {
      lock.unlock();
    }
  }

  /** How long until somebody may try; 0 or less if at once. */
  long nanosToTurn() {
    lock.lock();
    try {
      return status.state() == State.UP ? 0 : nextTry - time.nanos();
    } finally {
      lock.unlock();
    }
  }

  /** There is nothing to try it with after all: the turn is somebody else's. */
  void passTurn() {
    lock.lock();
    try {
      if (trying) {
        trying = false;
        nextTry = time.nanos();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** A request was answered. */
  void works() {
    lock.lock();
    try {
      failures = 0;
      trying = false;
      if (status.state() != State.UP) {
        Duration outage = Duration.between(status.since(), time.now());
        log.info("the hub can be reached again after {} s", outage.toSeconds());
        status = new Status(State.UP, time.now(), "");
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The hub is there. Whether it takes the token is another question. */
  void reached() {
    lock.lock();
    try {
      if (status.state() == State.REFUSED) {
        trying = false;
      } else {
        works();
      }
    } finally {
      lock.unlock();
    }
  }

  /** A request failed, and others would too. */
  void failed(HubException e) {
    lock.lock();
    try {
      State state = e.kind() == HubException.Kind.TOKEN_REFUSED ? State.REFUSED : State.DOWN;
      if (state != status.state()) {
        say(state, e);
        status = new Status(state, time.now(), e.getMessage());
      } else {
        status = new Status(state, status.since(), e.getMessage());
      }
      long now = time.nanos();
      // Many that fail together failed once.
      if (failures == 0 || trying) {
        failures++;
        Duration pause = backoff.pause(failures, e.retryAfter());
        nextTry = now + (state == State.REFUSED ? Backoff.LONGEST : pause).toNanos();
        nextHurry = now + e.retryAfter().toNanos();
      }
      trying = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Something came that cannot wait: tries now, unless the hub has asked for patience. */
  void hurry() {
    lock.lock();
    try {
      long now = time.nanos();
      if (!trying && nextHurry - now <= 0) {
        nextHurry = now + BETWEEN_HURRIES.toNanos();
        nextTry = now;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private static void say(State state, HubException e) {
    if (state == State.REFUSED) {
      log.error(
          "token refused by the hub ({}): nothing is sent, everything is kept. Run `gateway hub site"
              + " add …` at the hub and restart this spoke with the token it prints",
          e.getMessage());
    } else {
      log.warn("the hub cannot be reached ({}): everything is kept, trying again", e.getMessage());
    }
  }

  Status status() {
    lock.lock();
    try {
      return status;
    } finally {
      lock.unlock();
    }
  }
}
