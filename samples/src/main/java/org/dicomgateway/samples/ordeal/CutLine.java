package org.dicomgateway.samples.ordeal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.badline.Cut;
import org.dicomgateway.samples.badline.CutSchedule;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.badline.Traffic;
import org.dicomgateway.samples.services.HubAndSpoke;

/**
 * A line that breaks again and again while a study of noise passes, which nothing makes smaller.
 *
 * @param megabytes of the study
 * @param cuts so many, at random points by a seed
 * @param work folder for everything; three times the study's size
 */
public record CutLine(
    int megabytes, int cuts, List<Cut> kinds, LineQuality quality, long seed, Path work) {
  private static final int SIDE = 512;
  private static final int SLICE = 2 * SIDE * SIDE;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** All cuts come before so much of the study has passed. */
  private static final double BEFORE_THE_END = 0.95;

  /**
   * What came of it.
   *
   * @param bytes of the study's files
   */
  public record Result(Verdict verdict, long bytes, Traffic traffic, double seconds, long seed) {

    /** Bytes taken from the spoke, in relation to the study's. */
    public double ratio() {
      return (double) traffic.upTaken() / bytes;
    }

    @Override
    public String toString() {
      return ("%.1f MB, %d cuts, %d connections, %.1f s: %.1f MB taken from the spoke (%.4f),"
              + " %.1f given to the hub; %s; seed %d")
          .formatted(
              bytes / 1e6,
              traffic.cuts(),
              traffic.connections(),
              seconds,
              traffic.upTaken() / 1e6,
              ratio(),
              traffic.upGiven() / 1e6,
              verdict,
              seed);
    }
  }

  /** Runs it; tells of each step. */
  public Result run(Consumer<String> progress) throws IOException, InterruptedException {
    progress.accept("cuts: seed " + seed);
    int count = Math.toIntExact(Math.ceilDiv(megabytes * 1_000_000L, SLICE));
    String study = "2.25." + (seed & Long.MAX_VALUE);
    List<InstanceFile> files =
        new SyntheticSeries(study, SIDE, SIDE, 1).write(work.resolve("sent"), count);
    long bytes = 0;
    for (InstanceFile file : files) {
      bytes += file.file().toFile().length();
    }
    HubAndSpoke.Setup setup =
        HubAndSpoke.Setup.withSmallHeaps(work).over(quality.seed(seed), schedule(bytes));
    try (HubAndSpoke both = HubAndSpoke.start(setup)) {
      return run(both, files, bytes, progress);
    }
  }

  private CutSchedule schedule(long bytes) {
    return CutSchedule.within(Math.round(BEFORE_THE_END * bytes), cuts, kinds, seed);
  }

  private Result run(
      HubAndSpoke both, List<InstanceFile> files, long bytes, Consumer<String> progress)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    both.send("MODALITY", files, outcomes::add);
    List<InstanceFile> acknowledged =
        outcomes.stream().filter(Outcome::isSent).map(Outcome::file).toList();
    progress.accept("the spoke has acknowledged " + acknowledged.size());
    HubContents hub = new HubContents(both.hub().address(), both.setup().hubData());
    Delivered.await(hub, acknowledged.size(), PATIENCE);
    double seconds = (System.nanoTime() - start) / 1e9;
    Traffic traffic = both.line().traffic();
    progress.accept("everything has passed: " + traffic);
    Verdict verdict = hub.verify(acknowledged, work.resolve("returned"));
    return new Result(verdict, bytes, traffic, seconds, seed);
  }
}
