package org.dicomgateway.spoke.destination;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads of a destination, each repeating its step until it is closed; a failure of one is no end
 * of the others. For one thread that starts and closes them.
 */
public final class Workers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

  private final String destination;
  private final List<Thread> threads = new ArrayList<>();

  public Workers(String destination) {
    this.destination = destination;
  }

  /** What is repeated; waits itself while there is nothing to do. */
  @FunctionalInterface
  public interface Step {
    void run() throws InterruptedException;
  }

  public void repeat(String name, Step step) {
    threads.add(Thread.ofVirtual().name(destination + "-" + name).start(() -> loop(name, step)));
  }

  private void loop(String name, Step step) {
    try {
      while (!Thread.interrupted()) {
        try {
          step.run();
        } catch (RuntimeException e) {
          log.error("{} of {}: going on in a second", name, destination, e);
          Thread.sleep(AFTER_FAULT);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Interrupts all of them, and waits until they have ended. */
  @Override
  public void close() throws InterruptedException {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
