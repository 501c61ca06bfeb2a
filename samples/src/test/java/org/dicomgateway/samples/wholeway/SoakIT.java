package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.samples.badline.BadLine;
import org.dicomgateway.samples.badline.Cut;
import org.dicomgateway.samples.badline.CutSchedule;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A hospital's day without its pauses, on a line that breaks every hour: what is left of it in
 * memory, handles and files once all is delivered.
 */
class SoakIT {
  private static final int HOURS = 24;

  /** Until classes are loaded, pools filled and caches warm. */
  private static final int HOURS_BEFORE = 6;

  /** Bytes. Compiled code, statistics of the runtime and the pages of a grown index are no leak. */
  private static final long GROWTH = 6 << 20;

  /** Those that are noticed at once. */
  private static final List<Cut> CUTS = List.of(Cut.RESET, Cut.HALF_OPEN, Cut.LYING_RESET);

  private static final int CT_SLICES = 30;
  private static final int LIVE_IMAGES = 5;
  private static final int MORE_THREADS = 6;
  private static final int MORE_HANDLES = 8;

  @RegisterExtension
  static final RunningGateway GATEWAY =
      RunningGateway.withSmallHeaps().spokeOptions(List.of("--keep-days", "0"));

  private final List<String> sent = new ArrayList<>();

  @Test
  void aDayLeavesNothingBehind() throws Exception {
    try (BadLine line =
        BadLine.open(
            0,
            new InetSocketAddress("127.0.0.1", GATEWAY.hub().address().getPort()),
            LineQuality.PERFECT.rate(50_000),
            CutSchedule.never())) {
      GATEWAY.restartSpokeThrough(line);
      for (int hour = 0; hour < HOURS_BEFORE; hour++) {
        pass(hour, line);
      }
      Use start = settled();
      for (int hour = HOURS_BEFORE; hour < HOURS; hour++) {
        pass(hour, line);
      }
      Use end = settledAsAt(start);
      System.out.println("SoakIT: spoke " + start.spoke + ", at the end " + end.spoke);
      System.out.println("SoakIT: hub " + start.hub + ", at the end " + end.hub);

      assertAsBefore("spoke", start.spoke, end.spoke);
      assertAsBefore("hub", start.hub, end.hub);
      Path spool = GATEWAY.spokeFolder().resolve("spool");
      Eventually.isTrue("the spool is empty", () -> files(spool).isEmpty());
      assertThat(end.temporaryFiles).isEqualTo(start.temporaryFiles);
      assertThat(GATEWAY.client().all()).hasSize(sent.size());
    }
  }

  /** What both services hold, and the files that should have gone. */
  private record Use(ProcessUse spoke, ProcessUse hub, List<Path> temporaryFiles) {}

  /**
   * A connection whose other end is gone without a word holds its window at the hub until it has
   * been idle too long, a minute and a half; a thread that a busy moment added ends when it was
   * idle for half a minute.
   */
  private Use settledAsAt(Use start) throws Exception {
    Instant longest = Instant.now().plusSeconds(180);
    Use use = settled();
    while (!(isAsBefore(start.spoke, use.spoke) && isAsBefore(start.hub, use.hub))
        && Instant.now().isBefore(longest)) {
      Thread.sleep(2_000);
      use = settled();
    }
    return use;
  }

  private static boolean isAsBefore(ProcessUse start, ProcessUse end) {
    return end.heap() < start.heap() + GROWTH
        && end.threadCount() < start.threadCount() + MORE_THREADS
        && end.handles() < start.handles() + MORE_HANDLES;
  }

  private static void assertAsBefore(String service, ProcessUse start, ProcessUse end) {
    assertThat(end.heap()).as("heap of the " + service).isLessThan(start.heap() + GROWTH);
    assertThat(end.threadCount())
        .as("threads of the %s, %s, at the end %s", service, start.threads(), end.threads())
        .isLessThan(start.threadCount() + MORE_THREADS);
    assertThat(end.handles())
        .as("handles of the " + service)
        .isLessThan(start.handles() + MORE_HANDLES);
  }

  /** A CT, live images one by one, a sender that goes away, and a line that breaks meanwhile. */
  private void pass(int hour, BadLine line) throws Exception {
    send("2.25.2026112101%02d".formatted(hour), CT_SLICES);
    line.cut(CUTS.get(hour % CUTS.size()));
    for (int image = 0; image < LIVE_IMAGES; image++) {
      send("2.25.2026112102%02d%02d".formatted(hour, image), 1);
    }
    GATEWAY.openAndAbort();
    GATEWAY.client().metadata(sent.getFirst());
  }

  private void send(String study, int count) throws Exception {
    Path folder = GATEWAY.folder("sent " + study);
    List<InstanceFile> files = new SyntheticSeries(study, 128, 128, 1).write(folder, count);
    assertThat(GATEWAY.send(files)).allMatch(outcome -> outcome.isSent());
    for (InstanceFile file : files) {
      sent.add(study);
      Files.delete(file.file());
    }
  }

  private Use settled() throws Exception {
    GATEWAY.awaitDelivered();
    return new Use(
        ProcessUse.of(GATEWAY.spoke().process()),
        ProcessUse.of(GATEWAY.hub().process()),
        Stream.of(
                files(GATEWAY.hubFolder().resolve("uploads")),
                files(GATEWAY.spokeFolder().resolve("prepared")),
                files(GATEWAY.temporaryFolder()))
            .flatMap(List::stream)
            .toList());
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause(); // a file went while it was looked at
    }
  }
}
