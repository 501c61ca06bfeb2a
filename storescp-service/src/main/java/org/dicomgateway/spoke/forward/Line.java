package org.dicomgateway.spoke.forward;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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

  static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  static final Duration NO_PAUSE = Duration.ZERO;
  private static final Logger log = LoggerFactory.getLogger(Line.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Status status = new Status(State.UP, Instant.now(), "");
  private int failures;
  private long nextTry = System.nanoTime();

  /** Returns when the line is up, or when it is this thread's turn to try it. */
  void awaitTurn() throws InterruptedException {
    lock.lock();
    try {
      while (status.state() != State.UP) {
        long wait = nextTry - System.nanoTime();
        if (wait <= 0) {
          nextTry = System.nanoTime() + LONGEST_PAUSE.toNanos();
          return;
        }
        changed.await(wait, TimeUnit.NANOSECONDS);
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
      if (status.state() != State.UP) {
        Duration outage = Duration.between(status.since(), Instant.now());
        log.info("the hub can be reached again after {} s", outage.toSeconds());
        status = new Status(State.UP, Instant.now(), "");
        changed.signalAll();
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
        status = new Status(state, Instant.now(), e.getMessage());
      } else {
        status = new Status(state, status.since(), e.getMessage());
      }
      Duration pause = state == State.REFUSED ? LONGEST_PAUSE : pause(++failures);
      nextTry = System.nanoTime() + pause.toNanos();
      changed.signalAll();
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

  /** Doubles with every failure; at random between half of it and all of it. */
  static Duration pause(int failures) {
    long most =
        Math.min(
            LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.clamp(failures - 1L, 0, 20));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
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
