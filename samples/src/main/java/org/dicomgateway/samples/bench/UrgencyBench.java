package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dicomgateway.samples.badline.LineQuality;

/**
 * How soon an urgent study is at the hub while the line is busy with another one. By then the spoke
 * holds all of the other.
 *
 * @param studies folder of CT images; null for generated ones
 * @param background megabytes of the study that keeps the line busy
 * @param slices number of images in the urgent study
 * @param work folder for everything
 * @param spokeOptions further arguments of our spoke
 */
public record UrgencyBench(
    Path studies,
    int background,
    int slices,
    LineQuality quality,
    Path work,
    List<String> spokeOptions) {
  private static final long SLICE = 526_000;
  private static final String URGENT = "URGENT";
  static final String BACKGROUND = "BACKGROUND";

  /** So much of the other study has passed before the urgent one comes. */
  private static final double BUSY_SECONDS = 20;

  /**
   * What came of it, in seconds since the modality began to send the urgent study.
   *
   * @param line what the background study had brought over the line before, in bytes
   */
  public record Result(
      LineQuality quality, double first, double all, int slices, long bytes, long line) {
    /** For people. */
    public String text() {
      return """
      %d images, %.1f MB, at %d kbit/s and %d ms one way, behind a background study: \
      first image at the hub after %.2f s, all after %.2f s (their own bytes alone: %.1f s); seed %d
      """
          .formatted(
              slices,
              bytes / 1e6,
              quality.kilobitsPerSecond(),
              quality.delay().toMillis(),
              first,
              all,
              bytes * 8 / 1e3 / quality.kilobitsPerSecond(),
              quality.seed());
    }
  }

  /**
   * Megabytes that keep a line busy until the urgent study has come, also where the spoke makes
   * them four times smaller.
   */
  public static long leastBackground(LineQuality quality) {
    return Math.ceilDiv(Math.round(4 * busyBytes(quality)), 1_000_000);
  }

  private static double busyBytes(LineQuality quality) {
    return quality.kilobitsPerSecond() * 125 * BUSY_SECONDS;
  }

  /** Writes a study of about so many megabytes. */
  static InstanceSet background(Path studies, int megabytes, Path work) throws IOException {
    return InstanceSet.writeStudy(
        studies, (int) (megabytes * 1_000_000L / SLICE), work, "background");
  }

  /**
   * Returns when the line has been busy for a while, and the hub has been asked so often that it
   * answers as one that has run for long.
   */
  static void awaitBusy(GatewayWay way, LineQuality quality)
      throws IOException, InterruptedException {
    while (way.line().traffic().upGiven() < busyBytes(quality)) {
      way.readable();
      Thread.sleep(LineBench.LOOK_AGAIN_MILLIS);
    }
  }

  /** Runs it; tells of each step. */
  public Result run(Consumer<String> progress) throws IOException, InterruptedException {
    progress.accept("writing images");
    InstanceSet busy = background(studies, background, work);
    InstanceSet urgent = InstanceSet.writeStudy(studies, slices, work, "urgent");
    List<String> options = new ArrayList<>(spokeOptions);
    options.addAll(List.of("--stat-from", URGENT, "--background-from", BACKGROUND));
    try (GatewayWay way = GatewayWay.open(work.resolve("way"), quality, options)) {
      way.send(busy, BACKGROUND);
      progress.accept("the spoke has the background study");
      awaitBusy(way, quality);
      long before = way.line().traffic().upGiven();
      progress.accept("%.1f MB have passed; now the urgent study".formatted(before / 1e6));
      return urgent(way, urgent, before);
    }
  }

  private Result urgent(GatewayWay way, InstanceSet urgent, long before)
      throws IOException, InterruptedException {
    String study = InstanceSet.studyUid("urgent");
    long start = System.nanoTime();
    way.send(urgent, URGENT);
    double first = 0;
    int readable = 0;
    while (readable < slices) {
      Thread.sleep(LineBench.LOOK_AGAIN_MILLIS);
      readable = way.readable(study);
      if (readable > 0 && first == 0) {
        first = (System.nanoTime() - start) / 1e9;
      }
    }
    double all = (System.nanoTime() - start) / 1e9;
    return new Result(quality, first, all, slices, urgent.bytes(), before);
  }
}
