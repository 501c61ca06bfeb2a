package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Receivers side by side: each gets the same instances from each sender over each number of
 * associations, in turns, several times. For each turn a receiver starts with an empty folder and
 * is warmed up with other instances, by our sender; what is measured is the time until the last
 * acknowledgement.
 *
 * @param studies folder of CT images; null for generated ones
 * @param instances number of instances that are measured
 * @param warmUp number of instances before that
 * @param work folder on the disk that is to be measured; emptied turn by turn
 * @param javaOptions for our receiver's process
 */
public record IngestBench(
    Path studies,
    int instances,
    int warmUp,
    int runs,
    List<Integer> associations,
    List<Sender> senders,
    List<Receiver.Kind> receivers,
    Path work,
    List<String> javaOptions) {
  private static final int WARM_UP_ASSOCIATIONS = 4;

  /** An instance that was received is in a file with more bytes than this. */
  private static final long SMALLEST_INSTANCE = 16 << 10;

  /** Runs all turns; tells of each. */
  public IngestResult run(Consumer<String> progress) throws IOException, InterruptedException {
    progress.accept("writing %d instances".formatted(warmUp + instances));
    InstanceSet.Split set = InstanceSet.write(studies, warmUp + instances, work).split(warmUp);
    Path received = work.resolve("received");
    delete(received);
    List<IngestResult.Turn> turns = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      for (int count : associations) {
        for (Sender sender : senders) {
          for (Receiver.Kind kind : receivers) {
            Path folder = received.resolve(turns.size() + "-" + kind);
            IngestResult.Turn turn = turn(set, kind, folder, sender, count);
            turns.add(turn);
            progress.accept("run %d: %s".formatted(run, turn));
          }
        }
      }
    }
    delete(received);
    return new IngestResult(set.measured().files().size(), set.measured().bytes(), turns);
  }

  private IngestResult.Turn turn(
      InstanceSet.Split set, Receiver.Kind kind, Path folder, Sender sender, int count)
      throws IOException, InterruptedException {
    try (Receiver receiver = Receiver.start(kind, folder, javaOptions)) {
      Sender.GATEWAY.send(set.warmUp(), receiver, WARM_UP_ASSOCIATIONS);
      long start = System.nanoTime();
      sender.send(set.measured(), receiver, count);
      double seconds = (System.nanoTime() - start) / 1e9;
      long stored = receiver.stored(SMALLEST_INSTANCE);
      if (stored != warmUp + instances) {
        throw new IOException(
            "%s acknowledged %d instances and stored %d"
                .formatted(kind, warmUp + instances, stored));
      }
      return new IngestResult.Turn(kind.toString(), sender.toString(), count, seconds);
    } finally {
      empty(folder);
    }
  }

  /**
   * Gives the room back and leaves the names: ext4 searches long for an inode while many were
   * deleted in the last minutes, which would be counted against the next turn.
   */
  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
            .close();
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
