package org.dicomgateway.spoke.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged stays so when the process is killed at any moment. */
@Timeout(120)
class SendQueueCrashTest {
  private static final int INSTANCES = 400;
  private static final List<Integer> KILLED_AFTER = List.of(1, 7, 60, 61, 150);

  @TempDir Path directory;

  @Test
  void nothingIsSentTwiceThatWasSettledBeforeTheKill() throws Exception {
    Path file = directory.resolve("test.db");
    fill(file);
    Set<String> settled = new HashSet<>();
    for (int kill : KILLED_AFTER) {
      List<String> told = settleUntilKilled(file, kill);
      assertThat(told).noneMatch(settled::contains);
      settled.addAll(told);
      try (SendQueue queue = SendQueue.open(file)) {
        assertThat(queue.delivered(settled)).hasSize(settled.size());
        assertThat(queue.ids()).hasSize(INSTANCES);
        Set<String> waiting = waiting(queue);
        assertThat(waiting).noneMatch(settled::contains);
        // One may be settled and not told: killed in between.
        assertThat(INSTANCES - waiting.size() - settled.size()).isBetween(0, 1);
        settled.addAll(all(queue, waiting));
      }
    }
  }

  private static Set<String> all(SendQueue queue, Set<String> waiting) {
    Set<String> others = new HashSet<>(queue.ids());
    others.removeAll(waiting);
    return others;
  }

  private static Set<String> waiting(SendQueue queue) {
    Set<String> ids = new HashSet<>();
    queue.waiting(Instant.now(), INSTANCES).forEach(waiting -> ids.add(waiting.id()));
    return ids;
  }

  private void fill(Path file) throws Exception {
    Spool spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
    try (SendQueue queue = SendQueue.open(file)) {
      List<Accepted> accepted = new ArrayList<>();
      for (int i = 0; i < INSTANCES; i++) {
        accepted.add(
            new Accepted(
                SpoolFixture.store(spool, "1.2.3", "1.2.3." + i, 10),
                SendStation.dispatch(Urgency.NORMAL),
                Instant.now()));
      }
      queue.add(accepted);
    }
  }

  private static List<String> settleUntilKilled(Path file, int kill) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Settler.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> told = new ArrayList<>();
    try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
      for (String id = out.readLine(); id != null; id = out.readLine()) {
        told.add(id);
        if (told.size() == kill) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(told).hasSizeGreaterThanOrEqualTo(kill);
    return told;
  }

  /** Settles one after the other and says so, as a courier would send the next then. */
  static final class Settler {
    private Settler() {}

    public static void main(String[] arguments) throws Exception {
      try (SendQueue queue = SendQueue.open(Path.of(arguments[0]))) {
        Optional<Waiting> next = queue.waiting(Instant.now(), 1).stream().findFirst();
        while (next.isPresent()) {
          queue.delivered(next.get().id(), Instant.now(), "");
          System.out.println(next.get().id());
          System.out.flush();
          next = queue.waiting(Instant.now(), 1).stream().findFirst();
        }
      }
    }
  }
}
