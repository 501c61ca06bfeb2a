package org.dicomgateway.spoke.prepare;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.dicomgateway.codec.transcoding.NotTranscodedException;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.spoke.change.UnchangeableException;
import org.dicomgateway.spoke.forward.Held;
import org.dicomgateway.spoke.forward.HeldQueue;
import org.dicomgateway.spoke.forward.Preparation;
import org.dicomgateway.spoke.forward.PreparedFile;
import org.dicomgateway.spoke.forward.Preparedness;
import org.dicomgateway.spoke.prepare.PrepareSettings.Compression;
import org.dicomgateway.spoke.spool.Space;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares what is held in the queue, for ever and across restarts. Thread-safe. */
public final class Preparer implements Preparation {
  private static final Logger log = LoggerFactory.getLogger(Preparer.class);
  private static final Set<String> NATIVE =
      Set.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian);

  private static final long LOOK_EVERY_MILLIS = 500;
  private static final long FAILED_PAUSE_MILLIS = 1_000;
  private static final int RELEASED_AT_ONCE = 500;

  private final PrepareSettings settings;
  private final Spool spool;
  private final PreparedFolder folder;
  private final Coder coder;
  private final Gain gain = new Gain(Coder.THREADS);
  private final PrepareMetrics metrics;
  private final PreparedFileWriter writer;
  private final Semaphore news = new Semaphore(0);
  private final Map<String, Held> claimed = new HashMap<>();
  private final List<Thread> workers = new ArrayList<>();
  private volatile HeldQueue queue;

  private Preparer(
      PrepareSettings settings,
      Spool spool,
      String site,
      PreparedFolder folder,
      MeterRegistry registry) {
    this.settings = settings;
    this.spool = spool;
    this.folder = folder;
    this.coder = new Coder(spool, site);
    this.metrics = new PrepareMetrics(registry, gain, folder);
    this.writer = new PreparedFileWriter(folder, coder, gain, metrics, this::isWorthIt);
  }

  /**
   * Takes up the folder of prepared files; nothing is prepared before {@link #start}.
   *
   * @param site named as the system that changes attributes
   * @throws IOException if the folder cannot be used
   */
  public static Preparer open(
      Path folder, Spool spool, String site, PrepareSettings settings, MeterRegistry registry)
      throws IOException {
    return new Preparer(settings, spool, site, PreparedFolder.open(folder), registry);
  }

  @Override
  public void start(HeldQueue queue) {
    this.queue = queue;
    Set<String> needed = queue.prepared();
    Set<String> held =
        queue.held(Integer.MAX_VALUE).stream().map(Held::id).collect(Collectors.toSet());
    Set<String> there = folder.ids();
    discard(there.stream().filter(id -> !needed.contains(id) && !held.contains(id)).toList());
    if (settings.compression() != Compression.OFF) {
      queue.holdAgain(needed.stream().filter(id -> !there.contains(id)).toList());
    }
    for (int i = 1; i <= Coder.THREADS; i++) {
      workers.add(Thread.ofVirtual().name("prepare-" + i).start(this::work));
    }
  }

  /** What it prepares. */
  HeldQueue queue() {
    return queue;
  }

  @Override
  public boolean wants(SpooledInstance instance) {
    return NATIVE.contains(instance.transferSyntaxUid())
        && instance.length() >= PreparedFileWriter.SMALLEST
        && isWorthIt();
  }

  private boolean isWorthIt() {
    return switch (settings.compression()) {
      case ALWAYS -> true;
      case OFF -> false;
      case AUTO -> gain.isExpected(queue.lineBytesPerSecond()) || gain.isToBeTried();
    };
  }

  @Override
  public void queued() {
    news.release();
  }

  @Override
  public Optional<PreparedFile> prepared(String id) {
    return folder.get(id);
  }

  @Override
  public boolean discard(Collection<String> ids) {
    boolean any = false;
    for (String id : ids) {
      any |= folder.remove(id);
    }
    if (any) {
      news.release();
    }
    return any;
  }

  private void work() {
    try {
      while (!Thread.interrupted()) {
        try {
          Optional<Held> next = claim();
          if (next.isPresent()) {
            prepare(next.get());
          } else if (news.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
          }
        } catch (RuntimeException e) {
          log.error("going on in a second", e);
          Thread.sleep(1_000);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The next to prepare that no other worker has; what is not to be prepared any more is let go.
   */
  private synchronized Optional<Held> claim() {
    List<Held> next = queue.held(claimed.size() + 1);
    Optional<Held> free = next.stream().filter(held -> !claimed.containsKey(held.id())).findFirst();
    if (free.isEmpty()) {
      return free;
    }
    boolean changes = !free.get().changes().isEmpty();
    if (!changes && !isWorthIt()) {
      letGo();
      return Optional.empty();
    }
    // Changed they have to be; where nothing else can go, nothing else makes room.
    if (!hasRoom(free.get()) && !(changes && queue.isIdle())) {
      if (changes) {
        return Optional.empty();
      }
      if (free.get().length() > settings.room() || queue.isIdle()) {
        release(free.get(), "no_room");
        news.release();
      }
      return Optional.empty();
    }
    claimed.put(free.get().id(), free.get());
    return free;
  }

  private void letGo() {
    List<Held> all = queue.held(RELEASED_AT_ONCE);
    List<Held> free =
        all.stream()
            .filter(held -> held.changes().isEmpty() && !claimed.containsKey(held.id()))
            .toList();
    queue.release(free, new Preparedness.AsReceived());
    free.forEach(_ -> metrics.skipped("line_is_faster"));
    news.release();
  }

  private boolean hasRoom(Held held) {
    long taken = claimed.values().stream().mapToLong(Held::length).sum();
    try {
      return folder.bytes() + taken + held.length() <= settings.room()
          && spool.space().level() == Space.Level.AMPLE;
    } catch (IOException e) {
      return false;
    }
  }

  private void prepare(Held held) throws InterruptedException {
    try {
      writer.write(held).ifPresent(written -> queue.release(List.of(held), written));
    } catch (UnchangeableException e) {
      metrics.skipped("unchangeable");
      queue.park(held, e.getMessage());
    } catch (NotTranscodedException e) {
      release(held, e.reason().name());
    } catch (IOException e) {
      failed(held, e);
    } catch (OutOfMemoryError e) {
      // Of one image; what is too large here goes as it was received.
      log.warn("instance file {} takes too much memory to be prepared", held.id());
      if (held.changes().isEmpty()) {
        release(held, NotTranscodedException.Reason.TOO_LARGE.name());
      } else {
        queue.park(held, "its attributes cannot be changed: they take too much memory");
      }
    } finally {
      unclaim(held);
    }
  }

  private void failed(Held held, IOException e) throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    if (held.changes().isEmpty()) {
      log.warn("instance file {} goes as it was received: {}", held.id(), e.toString());
      release(held, "failed");
    } else {
      log.warn("instance file {} waits to be changed: {}", held.id(), e.toString());
      Thread.sleep(FAILED_PAUSE_MILLIS);
    }
  }

  private synchronized void unclaim(Held held) {
    claimed.remove(held.id());
  }

  private void release(Held held, String reason) {
    metrics.skipped(reason);
    queue.release(List.of(held), new Preparedness.AsReceived());
  }

  /** Stops at once; what is held then is prepared after the next start. */
  @Override
  public void close() {
    workers.forEach(Thread::interrupt);
    coder.close();
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
