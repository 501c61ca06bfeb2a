package org.dicomgateway.spoke.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DirectoryForceTest {
  private static final Path FOLDER = Path.of("folder");

  @Test
  void servesAllWhoCameWhileAForceRanWithTheNextOne() throws Exception {
    CountDownLatch firstRuns = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger forces = new AtomicInteger();
    Disk disk =
        new Disk() {
          @Override
          public void forceDirectory(Path directory) throws IOException {
            forces.incrementAndGet();
            firstRuns.countDown();
            await(goOn);
          }
        };
    DirectoryForce force = new DirectoryForce(disk);
    List<Thread> threads = new ArrayList<>();
    threads.add(Thread.ofVirtual().start(() -> forceQuietly(force)));
    firstRuns.await();
    for (int i = 0; i < 20; i++) {
      threads.add(Thread.ofVirtual().start(() -> forceQuietly(force)));
    }
    while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(forces).hasValue(2);
  }

  @Test
  void tellsEveryoneOfABatchThatItFailedAndGoesOn() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    DirectoryForce force =
        new DirectoryForce(
            new Disk() {
              @Override
              public void forceDirectory(Path directory) throws IOException {
                if (calls.getAndIncrement() == 0) {
                  throw new IOException("Input/output error");
                }
              }
            });

    assertThatThrownBy(() -> force.force(FOLDER)).hasMessage("Input/output error");
    force.force(FOLDER);
    assertThat(calls).hasValue(2);
  }

  private static void forceQuietly(DirectoryForce force) {
    try {
      force.force(FOLDER);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
