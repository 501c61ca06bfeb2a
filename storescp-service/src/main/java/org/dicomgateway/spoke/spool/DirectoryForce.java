package org.dicomgateway.spoke.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes renames durable, many at a time: who comes while a force runs waits for the next one, which
 * then serves all who came meanwhile. Thread-safe.
 */
final class DirectoryForce {
  private final Disk disk;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private Batch next = new Batch();
  private boolean running;

  DirectoryForce(Disk disk) {
    this.disk = disk;
  }

  /** Returns when all that was renamed into the directory before the call is durable. */
  void force(Path directory) throws IOException {
    Batch mine = join(directory);
    if (!mine.ended) {
      try {
        mine.run(disk);
      } finally {
        end(mine);
      }
    }
    if (mine.failure != null) {
      throw new IOException(mine.failure.getMessage(), mine.failure);
    }
  }

  /** Waits for the batch to be ended by another thread, or to be this thread's to run. */
  private Batch join(Path directory) {
    lock.lock();
    try {
      Batch mine = next;
      mine.directories.add(directory);
      while (running && !mine.ended) {
        ended.awaitUninterruptibly();
      }
      if (!mine.ended) {
        running = true;
        next = new Batch();
      }
      return mine;
    } finally {
      lock.unlock();
    }
  }

  private void end(Batch batch) {
    lock.lock();
    try {
      batch.ended = true;
      running = false;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static final class Batch {
    final Set<Path> directories = new HashSet<>();
    boolean ended;
    IOException failure;

    void run(Disk disk) {
      try {
        for (Path directory : directories) {
          disk.forceDirectory(directory);
        }
      } catch (IOException e) {
        failure = e;
      }
    }
  }
}
