package org.dicomgateway.spoke.send;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.dicomgateway.spoke.destination.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each waiting instance out once, the most urgent and then the longest waiting first; none
 * while a person has stopped the sending. Thread-safe.
 */
final class Outbox {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  /** What waits for its time, or for its hours, is looked for so often. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private final String destination;
  private final SendQueue queue;
  private final Predicate<Urgency> shut;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<String> handedOut = new HashSet<>();
  private Optional<Instant> pausedSince;

  /**
   * @param shut whether nothing as urgent may be begun now; then nothing less urgent may
   */
  Outbox(String destination, SendQueue queue, Predicate<Urgency> shut) {
    this.destination = destination;
    this.queue = queue;
    this.shut = shut;
    this.pausedSince = queue.pausedSince();
    pausedSince.ifPresent(
        since ->
            log.warn(
                "sending to {} is paused since {}: `gateway spoke destination resume {}`",
                destination,
                since,
                destination));
  }

  /** The next instance; empty if none may be sent now. */
  Optional<Waiting> poll() {
    lock.lock();
    try {
      Optional<Waiting> next = next();
      next.ifPresent(waiting -> handedOut.add(waiting.id()));
      return next;
    } finally {
      lock.unlock();
    }
  }

  private Optional<Waiting> next() {
    if (pausedSince.isPresent()) {
      return Optional.empty();
    }
    return queue.waiting(Instant.now(), handedOut.size() + 1).stream()
        .filter(waiting -> !handedOut.contains(waiting.id()))
        .findFirst()
        .filter(waiting -> !shut.test(waiting.urgency()));
  }

  /** Waits until there is an instance that may be sent, and leaves it. */
  void awaitWork() throws InterruptedException {
    await(Duration.ofDays(365));
  }

  /**
   * Waits for an instance that may be sent.
   *
   * @return whether there is one
   */
  boolean await(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (next().isEmpty()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        boolean silent = pausedSince.isPresent() || queue.isIdle();
        changed.await(silent ? left : Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Something else may be sent than before. */
  void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes an instance back, settled or not. */
  void takeBack(String id) {
    lock.lock();
    try {
      handedOut.remove(id);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes back what is not delivered of a study; what is on its way arrives, or does not. */
  void withdraw(String study) {
    lock.lock();
    try {
      queue.withdraw(study, handedOut);
    } finally {
      lock.unlock();
    }
  }

  /** Ids of what is on its way. */
  Set<String> handedOut() {
    lock.lock();
    try {
      return Set.copyOf(handedOut);
    } finally {
      lock.unlock();
    }
  }

  Optional<Instant> pausedSince() {
    lock.lock();
    try {
      return pausedSince;
    } finally {
      lock.unlock();
    }
  }

  /** Hands nothing out any more; what is on its way arrives. */
  void pause() {
    lock.lock();
    try {
      if (pausedSince.isEmpty()) {
        queue.pause();
        pausedSince = Optional.of(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        log.info("sending to {} is paused; what is received is kept", destination);
      }
    } finally {
      lock.unlock();
    }
  }

  void resume() {
    lock.lock();
    try {
      if (pausedSince.isPresent()) {
        queue.resume();
        pausedSince = Optional.empty();
        log.info("sending to {} goes on", destination);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
