package org.dicomgateway.spoke.send;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dicomgateway.spoke.destination.Backoff;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a destination takes instances. While it does not, one desk at a time tries, ever more
 * rarely; when it does again, all go on at once. Thread-safe.
 */
final class Reachability {
  /** What is urgent may try before its time, but no more often. */
  private static final Duration BETWEEN_HURRIES = Duration.ofSeconds(1);

  private static final Logger log = LoggerFactory.getLogger(Reachability.class);

  private final String destination;
  private final Timeline time;
  private final Backoff backoff;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Health health;
  private int failures;
  private long nextTry;
  private long nextHurry;
  private boolean trying;

  Reachability(String destination, Timeline time, Backoff backoff) {
    this.destination = destination;
    this.time = time;
    this.backoff = backoff;
    this.health = new Health(Health.State.UP, time.now(), "");
    this.nextTry = time.nanos();
    this.nextHurry = nextTry;
  }

  /** UP, DOWN or REFUSED. */
  Health health() {
    lock.lock();
    try {
      return health;
    } finally {
      lock.unlock();
    }
  }

  /** Returns when it takes instances, or when it is this thread's turn to try. */
  void awaitTurn() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (health.state() != Health.State.UP && nextTry - time.nanos() > 0) {
        time.await(changed, nextTry - time.nanos());
      }
      trying = health.state() != Health.State.UP;
      // Should the turn be lost, the next one comes all the same.
      nextTry = time.nanos() + Backoff.LONGEST.toNanos();
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

  /** It answered for an instance. */
  void works() {
    lock.lock();
    try {
      failures = 0;
      trying = false;
      if (health.state() != Health.State.UP) {
        log.info(
            "{} takes instances again after {} s",
            destination,
            Duration.between(health.since(), time.now()).toSeconds());
        health = new Health(Health.State.UP, time.now(), "");
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** It takes nothing now. */
  void failed(Unavailable e) {
    lock.lock();
    try {
      if (e.state() != health.state()) {
        log.warn("{}: {}; everything is kept, trying again", destination, e.getMessage());
        health = new Health(e.state(), time.now(), e.getMessage());
      } else {
        health = new Health(e.state(), health.since(), e.getMessage());
      }
      // Desks that fail together failed once.
      if (failures == 0 || trying) {
        failures++;
        Duration pause =
            e.state() == Health.State.REFUSED
                ? Backoff.LONGEST
                : backoff.pause(failures, e.retryAfter());
        nextTry = time.nanos() + pause.toNanos();
        nextHurry = time.nanos() + e.retryAfter().toNanos();
      }
      trying = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Something came that cannot wait: tries now, unless it was asked for patience. */
  void hurry() {
    lock.lock();
    try {
      if (!trying && nextHurry - time.nanos() <= 0) {
        tryNow();
      }
    } finally {
      lock.unlock();
    }
  }

  /** A person saw to it: tries now. */
  void tryAgain() {
    lock.lock();
    try {
      tryNow();
    } finally {
      lock.unlock();
    }
  }

  private void tryNow() {
    nextHurry = time.nanos() + BETWEEN_HURRIES.toNanos();
    nextTry = time.nanos();
    changed.signalAll();
  }
}
