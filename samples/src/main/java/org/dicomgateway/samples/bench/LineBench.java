package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.badline.Traffic;

/**
 * Ways side by side over the same bad line: each brings the same study from a modality to an
 * archive, after a small one that warms it up. What is measured is the time from the beginning
 * until an instance, and until all instances, can be read at the archive, and what passes the line.
 *
 * @param studies folder of CT images; null for generated ones
 * @param slices number of images in the study
 * @param warmUp number of images in the study before it
 * @param work folder for everything
 * @param spokeOptions further arguments of our spoke
 */
public record LineBench(
    Path studies,
    int slices,
    int warmUp,
    LineQuality quality,
    List<WayKind> ways,
    Path work,
    List<String> spokeOptions) {
  static final long LOOK_AGAIN_MILLIS = 50;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  /** Runs all ways, one after the other; tells of each. */
  public LineResult run(Consumer<String> progress) throws IOException, InterruptedException {
    progress.accept("writing %d images".formatted(warmUp + slices));
    InstanceSet warming = InstanceSet.writeStudy(studies, warmUp, work, "warm-up");
    InstanceSet study = InstanceSet.writeStudy(studies, slices, work, "measured");
    List<LineResult.Row> rows = new ArrayList<>();
    for (WayKind kind : ways) {
      try (Way way = kind.open(work.resolve(kind.name()), quality, spokeOptions)) {
        pass(way, kind, warming);
        rows.add(pass(way, kind, study));
        progress.accept(rows.getLast().toString());
      }
    }
    return new LineResult(quality, study.files().size(), study.bytes(), rows);
  }

  private static LineResult.Row pass(Way way, WayKind kind, InstanceSet study)
      throws IOException, InterruptedException {
    way.prepare(study);
    int before = way.readable();
    int wanted = before + study.files().size();
    Traffic earlier = way.line().traffic();
    long start = System.nanoTime();
    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendAll(way, study));
    long first = 0;
    long changed = start;
    int last = before;
    while (last < wanted) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      int readable = way.readable();
      long now = System.nanoTime();
      if (readable > last) {
        first = first == 0 ? now : first;
        changed = now;
      } else if (sending.isCompletedExceptionally() || now - changed > PATIENCE_NANOS) {
        sending.getNow(null);
        throw new IOException("%s: stuck at %d of %d".formatted(kind, last - before, wanted));
      }
      last = readable;
    }
    Traffic traffic = way.line().traffic().since(earlier);
    sending.join();
    return new LineResult.Row(
        kind.toString(), (changed - start) / 1e9, (first - start) / 1e9, traffic);
  }

  private static void sendAll(Way way, InstanceSet study) {
    try {
      way.send(study);
    } catch (IOException e) {
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
