package org.dicomgateway.samples.ordeal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.samples.services.Hub;
import org.dicomgateway.samples.services.HubAndSpoke;

/**
 * Kills spoke and hub at random points while a modality sends. Harder: the spool's file system is
 * full twice, and the databases of both sides are deleted once.
 *
 * @param instances acknowledged in the end
 * @param kills of one or the other, by chance
 * @param clipMegabytes of the largest instance
 * @param severity what happens besides
 * @param work folder for everything, on a disk with room for four times the instances
 */
public record Attack(
    int instances, int kills, int clipMegabytes, Severity severity, long seed, Path work) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int LATEST_MILLIS = 1500;
  private static final int ATTEMPTS = 20;

  /** What happens. */
  public enum Severity {
    KILLS,
    KILLS_FULL_DISKS_AND_LOST_DATABASES
  }

  /**
   * What came of it.
   *
   * @param refused how often an instance was answered with a failure
   */
  public record Result(
      Verdict verdict,
      long bytes,
      int spokeKills,
      int hubKills,
      int refused,
      double seconds,
      long seed) {
    @Override
    public String toString() {
      return "%.1f MB, spoke killed %d times, hub %d times, %d refused, %.0f s: %s; seed %d"
          .formatted(bytes / 1e6, spokeKills, hubKills, refused, seconds, verdict, seed);
    }
  }

  /** Runs it; tells of each step. */
  public Result run(Consumer<String> progress) throws IOException, InterruptedException {
    progress.accept("attack: seed " + seed);
    List<InstanceFile> files =
        new MixedInstances(seed)
            .write(instances, clipMegabytes, Files.createDirectories(work.resolve("sent")));
    long bytes = files.stream().mapToLong(file -> file.file().toFile().length()).sum();
    progress.accept("%d instances, %.1f MB".formatted(files.size(), bytes / 1e6));
    try (SpoolDisk disk = SpoolDisk.in(work, 2 * bytes + (1L << 30))) {
      progress.accept("the spool is on " + disk.describe());
      HubAndSpoke.Setup setup =
          HubAndSpoke.Setup.withSmallHeaps(work)
              .spoke(disk.folder(), List.of("--min-free-mib", "" + SpoolDisk.FREE_FLOOR_MIB));
      try (HubAndSpoke both = HubAndSpoke.start(setup)) {
        return new Course(both, disk, files, bytes, progress).run();
      }
    }
  }

  /** One course of events. */
  private final class Course {
    private final HubAndSpoke both;
    private final SpoolDisk disk;
    private final Modality modality;
    private final long bytes;
    private final Consumer<String> progress;
    private final SplittableRandom random = new SplittableRandom(seed);
    private final int batch = Math.ceilDiv(instances, kills);
    private int spokeKills;
    private int hubKills;

    Course(
        HubAndSpoke both,
        SpoolDisk disk,
        List<InstanceFile> files,
        long bytes,
        Consumer<String> progress) {
      this.both = both;
      this.disk = disk;
      this.modality = new Modality(both, files);
      this.bytes = bytes;
      this.progress = progress;
    }

    Result run() throws IOException, InterruptedException {
      long start = System.nanoTime();
      Set<Integer> full = Set.of(kills / 4, kills / 2);
      for (int kill = 1; kill <= kills; kill++) {
        strike();
        if (severity != Severity.KILLS && full.contains(kill)) {
          fillAndEmpty();
        }
        if (severity != Severity.KILLS && kill == 3 * kills / 4) {
          loseDatabases();
        }
        if (kill % 10 == 0) {
          progress.accept("%d kills, %d instances wait".formatted(kill, modality.waiting()));
        }
      }
      for (int attempt = 0; modality.waiting() > 0 && attempt < ATTEMPTS; attempt++) {
        modality.send(modality.waiting());
      }
      if (modality.waiting() > 0) {
        throw new IOException(modality.waiting() + " instances were never acknowledged");
      }
      HubContents hub = new HubContents(both.hub().address(), both.setup().hubData());
      Delivered.await(hub, instances, PATIENCE);
      double seconds = (System.nanoTime() - start) / 1e9;
      progress.accept("all is sent; now every instance is read again");
      Verdict verdict = hub.verify(modality.acknowledged(), work.resolve("returned"));
      return new Result(verdict, bytes, spokeKills, hubKills, modality.refused(), seconds, seed);
    }

    /** Kills one of them while instances are sent, and starts it again. */
    private void strike() throws IOException, InterruptedException {
      Thread sending = sending();
      Thread.sleep(random.nextInt(LATEST_MILLIS));
      if (random.nextBoolean()) {
        both.killSpoke();
        spokeKills++;
        both.startSpoke();
      } else {
        both.killHub();
        hubKills++;
        both.startHub();
      }
      sending.join();
    }

    private Thread sending() {
      return Thread.ofPlatform()
          .name("modality")
          .start(
              () -> {
                try {
                  modality.send(batch);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }

    private void fillAndEmpty() throws IOException, InterruptedException {
      int before = modality.refused();
      disk.fill(both);
      modality.send(batch);
      disk.empty(both);
      spokeKills++;
      progress.accept(
          "the spool's disk was full: %d refused".formatted(modality.refused() - before));
    }

    private void loseDatabases() throws IOException {
      both.killSpoke();
      both.killHub();
      delete(both.setup().spokeData(), "queue.db");
      delete(both.setup().hubData(), "index.db");
      Hub.reindex(both.setup().hubData());
      both.startHub();
      both.startSpoke();
      progress.accept("the databases of both sides were deleted");
    }

    private static void delete(Path folder, String name) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          if (file.getFileName().toString().startsWith(name)) {
            Files.delete(file);
          }
        }
      }
    }
  }
}
