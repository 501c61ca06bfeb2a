package org.dicomgateway.spoke.forward;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dicomgateway.spoke.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a person has stopped the sending to a destination; kept in the queue, so that it holds
 * after a restart. Receiving goes on meanwhile. Thread-safe.
 */
final class Pause {
  private static final Logger log = LoggerFactory.getLogger(Pause.class);

  private final Database database;
  private final String destination;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition resumed = lock.newCondition();
  private Optional<Instant> since;

  Pause(Database database, String destination) {
    this.database = database;
    this.destination = destination;
    this.since = remembered();
    since.ifPresent(
        time ->
            log.warn(
                "sending to {} is paused since {}: `gateway spoke resume`", destination, time));
  }

  private Optional<Instant> remembered() {
    return database
        .query(
            "SELECT since FROM paused WHERE destination = ?",
            row -> Instant.parse(row.getString(1)),
            destination)
        .stream()
        .findFirst();
  }

  /** Empty if nothing is paused. */
  Optional<Instant> since() {
    lock.lock();
    try {
      return since;
    } finally {
      lock.unlock();
    }
  }

  void pause() {
    lock.lock();
    try {
      if (since.isEmpty()) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        database.update(
            "INSERT INTO paused (destination, since) VALUES (?, ?) ON CONFLICT DO NOTHING",
            destination,
            now.toString());
        since = Optional.of(now);
        log.info("sending to {} is paused; what is received is kept", destination);
      }
    } finally {
      lock.unlock();
    }
  }

  void resume() {
    lock.lock();
    try {
      if (since.isPresent()) {
        database.update("DELETE FROM paused WHERE destination = ?", destination);
        since = Optional.empty();
        log.info("sending to {} goes on", destination);
        resumed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns when sending is wanted; at once if it is. */
  void await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (since.isPresent()) {
        resumed.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
