package org.dicomgateway.spoke.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes instances behind the acknowledgement and has them written down in batches. What is in it
 * when the process ends is found in the spool at the next start. Thread-safe.
 */
public final class Inbox<T> {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  /** When so many wait for the database, it is slower than the senders, and they wait. */
  private static final int CAPACITY = 10_000;

  private static final int BATCH = 500;
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<T> arrivals = new ArrayBlockingQueue<>(CAPACITY);
  private final Consumer<List<T>> write;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long unwritten;

  /**
   * @param write writes a batch down; throws a {@link DatabaseException} if it is to be tried again
   */
  public Inbox(Consumer<List<T>> write) {
    this.write = write;
  }

  public void put(T arrival) throws InterruptedException {
    count(1);
    try {
      arrivals.put(arrival);
    } catch (InterruptedException e) {
      count(-1);
      throw e;
    }
  }

  /** Has the next arrivals written down; waits for one at least. */
  public void writeNext() throws InterruptedException {
    List<T> batch = new ArrayList<>();
    batch.add(arrivals.take());
    arrivals.drainTo(batch, BATCH - 1);
    try {
      write(batch);
    } finally {
      count(-batch.size());
    }
  }

  private void write(List<T> batch) throws InterruptedException {
    while (true) {
      try {
        write.accept(batch);
        return;
      } catch (DatabaseException e) {
        log.error("{}; {} instances wait in the spool, trying again", e.getMessage(), batch.size());
        Thread.sleep(RETRY);
      }
    }
  }

  private void count(int more) {
    lock.lock();
    try {
      unwritten += more;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until all is written down; nobody may put anything meanwhile.
   *
   * @throws DatabaseException if the database cannot be written for that long
   */
  public void awaitWritten() throws InterruptedException {
    long left = PATIENCE.toNanos();
    lock.lockInterruptibly();
    try {
      while (unwritten > 0) {
        if (left <= 0) {
          throw new DatabaseException(
              "the queue cannot be written now, so nothing can be taken out of it");
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
