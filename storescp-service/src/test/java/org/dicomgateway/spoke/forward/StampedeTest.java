package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dicomgateway.spoke.destination.Backoff;
import org.dicomgateway.spoke.destination.ManualTime;
import org.junit.jupiter.api.Test;

/** A thousand spokes whose hub is down for an hour, in simulated time. */
class StampedeTest {
  private static final int SPOKES = 1000;
  private static final Duration TICK = Duration.ofMillis(10);
  private static final HubException DOWN =
      new HubException(HubException.Kind.UNREACHABLE, "connection refused");

  /** As the hub says it. */
  private static final HubException BUSY =
      new HubException(HubException.Kind.TROUBLED, "503", Duration.ofSeconds(5));

  /** How many uploads a hub takes at once, and how long each takes. */
  private static final int PLACES = 32;

  private static final Duration UPLOAD = Duration.ofSeconds(2);

  private final ManualTime time = new ManualTime(Instant.EPOCH);
  private final List<Line> down = new ArrayList<>();
  private final Map<Long, Integer> arrivals = new HashMap<>();

  @Test
  void comesBackSpreadOverTimeAndIsServedToTheLast() throws Exception {
    for (int seed = 1; seed <= SPOKES; seed++) {
      down.add(new Line(time, new Backoff(new Random(seed))));
      down.getLast().failed(DOWN);
    }
    while (seconds() < 3600) {
      tryOnce(_ -> false);
    }
    int most = mostArrivals(600);
    arrivals.clear();

    List<Long> uploads = new ArrayList<>();
    while (!down.isEmpty() && seconds() < 3600 + 1200) {
      uploads.removeIf(until -> until <= time.nanos());
      tryOnce(_ -> uploads.size() < PLACES && uploads.add(time.nanos() + UPLOAD.toNanos()));
    }

    assertThat(most).as("tries a second, hub down").isLessThan(SPOKES / 10);
    assertThat(mostArrivals(0)).as("tries a second, hub back").isLessThan(SPOKES / 5);
    assertThat(down).as("spokes that were never served").isEmpty();
    assertThat(seconds() - 3600).as("seconds until the last is served").isLessThan(600);
  }

  private interface Hub {
    boolean takes(Line spoke);
  }

  private void tryOnce(Hub hub) throws InterruptedException {
    time.pass(TICK);
    for (Line spoke : List.copyOf(down)) {
      if (spoke.nanosToTurn() <= 0) {
        arrivals.merge(seconds(), 1, Integer::sum);
        spoke.awaitTurn();
        if (hub.takes(spoke)) {
          spoke.works();
          down.remove(spoke);
        } else {
          spoke.failed(seconds() < 3600 ? DOWN : BUSY);
        }
      }
    }
  }

  private long seconds() {
    return Duration.ofNanos(time.nanos()).toSeconds();
  }

  private int mostArrivals(long from) {
    return arrivals.entrySet().stream()
        .filter(second -> second.getKey() >= from)
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(0);
  }
}
