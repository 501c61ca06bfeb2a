package org.dicomgateway.hub.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dicomgateway.hub.archive.Archive;
import org.dicomgateway.hub.index.ArchivedPack;
import org.dicomgateway.hub.index.ArchivedPack.Stamps;
import org.dicomgateway.hub.index.PackIndex;
import org.dicomgateway.hub.index.PackIndex.RegisteredPack;
import org.dicomgateway.transfer.Receipt;
import org.dicomgateway.transfer.Receipt.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a pack from its first byte to its receipt. Thread-safe.
 *
 * <p>Whole packs are checked and archived by a few workers; what fails for reasons that pass (the
 * object store does not answer, the disk is full) is tried again, ever less often, and whatever was
 * unfinished when a process ended is taken up by the next.
 */
public final class Ingest implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Ingest.class);
  private static final int WORKERS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
  private static final Duration STALE = Duration.ofDays(14);

  private final Uploads uploads;
  private final Archive archive;
  private final PackIndex index;
  private final IngestMetrics metrics;
  private final Admission admission;
  private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS);
  private final ConcurrentHashMap<String, CompletableFuture<Receipt>> running =
      new ConcurrentHashMap<>();

  public Ingest(
      Path folder, Archive archive, PackIndex index, Admission admission, MeterRegistry registry)
      throws IOException {
    this.uploads = new Uploads(folder);
    this.archive = archive;
    this.index = index;
    this.admission = admission;
    this.metrics = new IngestMetrics(registry, () -> uploads.all().size());
  }

  /** Takes up what an earlier process left. */
  public void start() {
    uploads.all().forEach(this::ingestIfWhole);
    workers.scheduleWithFixedDelay(this::sweep, 1, 60, TimeUnit.MINUTES);
  }

  private void sweep() {
    try {
      uploads.sweep(STALE);
    } catch (IOException e) {
      log.warn("cannot sweep old uploads: {}", e.toString());
    }
  }

  /** Where a pack stands on its way in. */
  record Progress(long offset, long length) {}

  Progress create(String site, String packId, long length) throws IOException {
    Optional<RegisteredPack> registered = index.pack(site, packId);
    if (registered.isPresent()) {
      return whole(registered.get());
    }
    Upload upload = uploads.create(packId, site, length);
    return new Progress(upload.offset(), length);
  }

  /** How far a pack has come. Whoever still appends to it is stopped. */
  Progress progress(String site, String packId) throws IOException {
    Optional<Upload> upload = uploads.find(packId, site);
    if (upload.isPresent()) {
      return new Progress(upload.get().settle(), upload.get().description().length());
    }
    return whole(registered(site, packId));
  }

  private static Progress whole(RegisteredPack pack) {
    return new Progress(pack.length(), pack.length());
  }

  private RegisteredPack registered(String site, String packId) throws TransferException {
    return index.pack(site, packId).orElseThrow(() -> TransferException.notFound(packId));
  }

  /**
   * Appends bytes; on return they are durable, and a whole pack is on its way to the archive.
   *
   * @throws TransferException also if too many uploads are under way
   */
  Progress append(String site, String packId, long offset, InputStream bytes) throws IOException {
    Optional<Upload> found = uploads.find(packId, site);
    if (found.isEmpty()) {
      long length = registered(site, packId).length();
      if (offset != length) {
        throw TransferException.conflict("pack %s is archived already".formatted(packId));
      }
      return new Progress(length, length);
    }
    Upload upload = found.get();
    try (Admission.Place place = admission.enter()) {
      long reached = upload.append(bytes, offset);
      ingestIfWhole(upload);
      return new Progress(reached, upload.description().length());
    }
  }

  /** Forgets an upload that is not whole, or was rejected. */
  void forget(String site, String packId) throws IOException {
    Optional<Upload> upload = uploads.find(packId, site);
    if (upload.isEmpty()) {
      registered(site, packId);
      throw TransferException.conflict("pack %s is archived already".formatted(packId));
    }
    if (upload.get().isComplete() && !upload.get().description().isRejected()) {
      throw TransferException.conflict("pack %s is whole and is being archived".formatted(packId));
    }
    uploads.remove(upload.get());
  }

  /** What there is to say of a pack; if that is about to change, waits for it, but not for long. */
  Receipt receipt(String site, String packId, Duration patience)
      throws IOException, InterruptedException {
    Optional<Upload> found = uploads.find(packId, site);
    if (found.isEmpty()) {
      return registered(site, packId).receipt();
    }
    Upload upload = found.get();
    if (upload.description().isRejected()) {
      return rejected(upload.description());
    }
    if (!upload.isComplete()) {
      return new Receipt(packId, State.RECEIVING, "", List.of());
    }
    try {
      return ingestIfWhole(upload).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Receipt(packId, State.INGESTING, "", List.of());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Receipt rejected(UploadDescription upload) {
    return new Receipt(upload.packId(), State.REJECTED, upload.rejection(), List.of());
  }

  /** Sends a whole pack on its way, once. */
  private CompletableFuture<Receipt> ingestIfWhole(Upload upload) {
    String packId = upload.description().packId();
    if (!upload.isComplete() || upload.description().isRejected()) {
      return new CompletableFuture<>();
    }
    return running.computeIfAbsent(
        packId,
        id -> {
          CompletableFuture<Receipt> done = new CompletableFuture<>();
          workers.execute(() -> attempt(upload, done, FIRST_PAUSE));
          return done;
        });
  }

  private void attempt(Upload upload, CompletableFuture<Receipt> done, Duration pause) {
    UploadDescription description = upload.description();
    try {
      done.complete(ingest(upload));
      running.remove(description.packId());
    } catch (Throwable e) {
      // Errors too, such as of memory: a pack that is here must not be forgotten.
      metrics.failed(description.site());
      log.error(
          "pack {} of site {} is safe in {} but not archived yet, next try in {} s: {}",
          description.packId(),
          description.site(),
          upload.file(),
          pause.toSeconds(),
          e.toString());
      Duration next = pause.multipliedBy(2);
      workers.schedule(
          () -> attempt(upload, done, next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE),
          pause.toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  private Receipt ingest(Upload upload) throws IOException {
    Instant start = Instant.now();
    UploadDescription description = upload.description();
    if (description.isRejected()) {
      return rejected(description);
    }
    // An earlier attempt, or process, may have come so far and no further.
    Optional<RegisteredPack> registered = index.pack(description.site(), description.packId());
    if (registered.isPresent()) {
      uploads.remove(upload);
      return registered.get().receipt();
    }
    try {
      PackVerifier.Verified pack = PackVerifier.verify(description, upload.file());
      // Nothing was written since the last byte came, also if that was before a restart.
      Instant received = Files.getLastModifiedTime(upload.file()).toInstant();
      String key = archive.add(pack.manifest(), upload.file(), pack.sha256());
      Stamps stamps = new Stamps(Optional.of(received), Optional.of(Instant.now()));
      Receipt receipt =
          index.register(
              new ArchivedPack(
                  pack.manifest(), key, description.length(), pack.metadata(), stamps));
      uploads.remove(upload);
      Duration took = Duration.between(start, Instant.now());
      metrics.archived(description.site(), receipt, description.length(), took);
      log.info(
          "pack {} of site {}: study {}, {}, {} KiB, archived in {} ms",
          description.packId(),
          description.site(),
          pack.manifest().studyInstanceUid(),
          Outcomes.of(receipt),
          description.length() / 1024,
          took.toMillis());
      return receipt;
    } catch (RejectedPackException e) {
      uploads.reject(upload, e.getMessage());
      metrics.rejected(description.site());
      log.warn(
          "pack {} of site {} rejected, the site keeps its instances: {}",
          description.packId(),
          description.site(),
          e.getMessage());
      return rejected(upload.description());
    }
  }

  /** Stops at once; what is unfinished is taken up by the next process. */
  @Override
  public void close() throws IOException {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    uploads.close();
  }
}
