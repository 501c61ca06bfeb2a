package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.generator.SampleStudies;

/**
 * How soon an ultrasound image is on the line after its acknowledgement: on a line that has nothing
 * else to do, and on one that is busy with a study in the background. The box sees the name of the
 * image pass, with which its pack begins.
 *
 * @param studies folder of CT images for the background; null for generated ones
 * @param images number of ultrasound images over each line, one after the other
 * @param background megabytes of the study that keeps the line busy
 * @param work folder for everything
 * @param spokeOptions further arguments of our spoke
 */
public record LiveBench(
    Path studies,
    int images,
    int background,
    LineQuality quality,
    Path work,
    List<String> spokeOptions) {
  private static final long PATIENCE_SECONDS = 60;
  private static final String PROBE = "PROBE";

  /** Runs it; tells of each step. */
  public LiveResult run(Consumer<String> progress) throws IOException, InterruptedException {
    progress.accept("writing images");
    Path folder = work.resolve("ultrasound");
    List<Path> files = SampleStudies.writeUltrasoundImages(folder, images);
    InstanceSet busy = UrgencyBench.background(studies, background, work);
    List<LiveResult.Image> behind;
    try (GatewayWay way = open("busy")) {
      way.send(busy, UrgencyBench.BACKGROUND);
      UrgencyBench.awaitBusy(way, quality);
      progress.accept("the line is busy with the background study");
      behind = examine(way, files);
      if (way.readable(InstanceSet.studyUid("background")) == busy.files().size()) {
        throw new IOException("the background study was too small to keep the line busy");
      }
    }
    try (GatewayWay way = open("idle")) {
      progress.accept("the line is idle");
      return new LiveResult(quality, examine(way, files), behind);
    }
  }

  private GatewayWay open(String name) throws IOException {
    List<String> options = new ArrayList<>(spokeOptions);
    options.addAll(List.of("--background-from", UrgencyBench.BACKGROUND));
    return GatewayWay.open(work.resolve(name), quality, options);
  }

  private List<LiveResult.Image> examine(GatewayWay way, List<Path> files)
      throws IOException, InterruptedException {
    List<LiveResult.Image> seen = new ArrayList<>();
    for (Path path : files) {
      InstanceFile file = InstanceFile.read(path);
      Future<Long> left = way.line().sighting(file.sopInstance());
      long acknowledged = way.send(List.of(file), PROBE);
      double leaving = (await(left) - acknowledged) / 1e9;
      while (way.readable(SampleStudies.ULTRASOUND_STUDY) <= seen.size()) {
        Thread.sleep(LineBench.LOOK_AGAIN_MILLIS);
      }
      double readable = (System.nanoTime() - acknowledged) / 1e9;
      seen.add(new LiveResult.Image(Math.max(0, leaving), readable));
    }
    return seen;
  }

  private static long await(Future<Long> sighting) throws IOException, InterruptedException {
    try {
      return sighting.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("an image did not leave within " + PATIENCE_SECONDS + " s", e);
    }
  }
}
