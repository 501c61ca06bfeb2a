package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.FastTime;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OutageTest {
  private static final Duration OUTAGE = Duration.ofHours(72);
  @TempDir private Path directory;

  @Test
  void drainsAfterThreeDaysWithoutAHubAndWithoutAnyoneTypingAnything() throws Exception {
    int port = freePort();
    FastTime time = new FastTime(50_000);
    Spool spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
    URI address = URI.create("http://localhost:" + port);
    ForwardSettings settings = new ForwardSettings(address, "yen-bai", HubDouble.TOKEN, 16);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Path queue = directory.resolve("queue.db");
    Duration stall = Duration.ofSeconds(20);
    try (Forwarder forwarder =
        Forwarder.open(queue, spool, settings, Preparation.NONE, registry, stall, time)) {
      forwarder.start();
      Instant back = time.now().plus(OUTAGE);
      for (int sent = 0; time.now().isBefore(back); sent++) {
        if (sent < 100) {
          forwarder.accept(
              SpoolFixture.store(spool, "1." + sent / 10, "1.2." + sent, 2000),
              new Dispatch(Urgency.values()[sent % 3], Dispatch.Compressing.ALLOWED, "test"));
        }
        Thread.sleep(10);
      }
      assertThat(forwarder.progress().line().state()).isEqualTo("DOWN");
      double tries = registry.get("gateway.forward.retries").counter().count();
      assertThat(tries).isBetween(100.0, OUTAGE.toSeconds() / 10.0);

      try (HubDouble hub = new HubDouble(port)) {
        while (hub.archived().size() < 100 || forwarder.progress().backlog().count() > 0) {
          Thread.sleep(10);
        }
        assertThat(hub.archived().values()).containsOnly(1);
      }
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
