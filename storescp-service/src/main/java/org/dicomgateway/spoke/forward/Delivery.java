package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dicomgateway.pack.PackLayout;
import org.dicomgateway.transfer.Receipt;
import org.dicomgateway.transfer.Receipt.InstanceReceipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one pack to its end: archived, or rejected. What the hub has is asked whenever it is not
 * certain; no byte is sent to an offset that the hub did not name. Thread-safe.
 */
final class Delivery {
  private static final Logger log = LoggerFactory.getLogger(Delivery.class);
  private static final Duration RECEIPT_PATIENCE = Duration.ofSeconds(20);

  private final Queue queue;
  private final PackAssembler assembler;
  private final HubClient hub;
  private final LineRate rate;
  private final InFlight inFlight;
  private final Pause pause;

  Delivery(
      Queue queue,
      PackAssembler assembler,
      HubClient hub,
      LineRate rate,
      InFlight inFlight,
      Pause pause) {
    this.queue = queue;
    this.assembler = assembler;
    this.hub = hub;
    this.rate = rate;
    this.inFlight = inFlight;
    this.pause = pause;
  }

  /**
   * Returns when the pack is settled: no longer in the queue as a pack.
   *
   * @throws HubException if it is not, and has to be tried again
   */
  void deliver(Pack pack) throws HubException, InterruptedException {
    inFlight.begin(pack);
    try {
      Optional<Receipt> known =
          queue.isBegun(pack) ? hub.receipt(pack.id(), Duration.ZERO) : Optional.empty();
      if (known.isEmpty() || known.get().state() == Receipt.State.RECEIVING) {
        layOutAndSend(pack, known.isPresent());
      } else {
        awaitReceipt(pack);
      }
    } finally {
      inFlight.end(pack);
    }
  }

  private void layOutAndSend(Pack pack, boolean known) throws HubException, InterruptedException {
    Optional<PackAssembler.Assembled> assembled =
        assembler.assemble(pack, (id, reason) -> park(pack, id, reason));
    if (assembled.isEmpty()) {
      queue.release(pack);
      return;
    }
    PackLayout layout = assembled.get().layout();
    queue.keep(pack, assembled.get().instances());
    if (!queue.seal(pack, assembled.get().digest(), layout.length(), Instant.now())) {
      log.info("pack {} is laid out otherwise than before and starts anew", pack.id());
      hub.forget(pack.id());
      queue.release(pack);
      return;
    }
    inFlight.measured(pack, layout.length());
    if (!known) {
      hub.create(pack.id(), layout.length());
    }
    send(pack, layout, known ? hubOffset(pack) : 0);
  }

  private void send(Pack pack, PackLayout layout, long from)
      throws HubException, InterruptedException {
    long offset = from;
    while (true) {
      inFlight.arrived(pack, offset);
      while (offset < layout.length()) {
        pause.await();
        offset = sendPiece(pack, layout, offset);
        if (offset < 0) {
          return;
        }
        inFlight.arrived(pack, offset);
      }
      queue.sent(pack, Instant.now());
      if (awaitReceipt(pack)) {
        return;
      }
      offset = hubOffset(pack);
    }
  }

  /** Returns the hub's new offset; negative if the pack cannot be read and was taken apart. */
  private long sendPiece(Pack pack, PackLayout layout, long offset)
      throws HubException, InterruptedException {
    long length = Math.min(rate.piece(), layout.length() - offset);
    try (MeteredStream piece =
        new MeteredStream(layout.open(offset), length, count -> inFlight.sent(pack, count))) {
      long start = System.nanoTime();
      try {
        long arrived = hub.append(pack.id(), offset, piece);
        rate.measured(arrived - offset, Duration.ofNanos(System.nanoTime() - start));
        return arrived;
      } catch (HubException e) {
        if (piece.failure() != null) {
          throw piece.failure();
        }
        if (e.kind() == HubException.Kind.WRONG_OFFSET) {
          return hubOffset(pack);
        }
        throw e;
      }
    } catch (HubException e) {
      throw e;
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException("stopped while sending pack " + pack.id());
    } catch (IOException e) {
      unreadable(pack, e);
      return -1;
    }
  }

  private long hubOffset(Pack pack) throws HubException, InterruptedException {
    OptionalLong offset = hub.offset(pack.id());
    return offset.orElseThrow(
        () ->
            new HubException(
                HubException.Kind.NOT_FOUND, "the hub forgot pack " + pack.id() + " midway"));
  }

  /** Waits for the hub's word; false if bytes are missing after all. */
  private boolean awaitReceipt(Pack pack) throws HubException, InterruptedException {
    while (true) {
      Receipt receipt =
          hub.receipt(pack.id(), RECEIPT_PATIENCE)
              .orElseThrow(
                  () ->
                      new HubException(
                          HubException.Kind.NOT_FOUND,
                          "the hub forgot pack " + pack.id() + " before its receipt"));
      switch (receipt.state()) {
        case RECEIVING -> {
          return false;
        }
        case INGESTING -> {}
        case ARCHIVED -> {
          archived(pack, receipt);
          return true;
        }
        case REJECTED -> {
          rejected(pack, receipt.reason());
          return true;
        }
      }
    }
  }

  private void archived(Pack pack, Receipt receipt) {
    Map<String, String> byInstance = new HashMap<>();
    for (InstanceReceipt instance : receipt.instances()) {
      String outcome = (instance.outcome() + " " + instance.reason()).strip();
      byInstance.put(instance.sopInstanceUid() + instance.sha256(), outcome);
    }
    Map<String, String> outcomes = new HashMap<>();
    List<Queue.Waiting> packed = queue.instancesOf(pack);
    for (Queue.Waiting instance : packed) {
      String outcome = byInstance.get(instance.sop() + instance.sha256());
      if (outcome != null) {
        outcomes.put(instance.id(), outcome);
      } else {
        log.error(
            "study {}: the receipt of pack {} leaves out instance {}, which is sent again",
            pack.study(),
            pack.id(),
            instance.sop());
      }
    }
    queue.delivered(pack, outcomes, Instant.now());
    inFlight.delivered(outcomes.size());
    log.info(
        "study {}: {} instances are at the hub, {} KiB in pack {}",
        pack.study(),
        outcomes.size(),
        packed.stream().mapToLong(Queue.Waiting::length).sum() >> 10,
        pack.id());
  }

  private void rejected(Pack pack, String reason) {
    if (pack.instances().size() > 1) {
      log.warn(
          "study {}: the hub rejects pack {} ({}); its {} instances are sent one by one",
          pack.study(),
          pack.id(),
          reason,
          pack.instances().size());
      queue.takeApart(pack);
    } else {
      park(pack, pack.instances().getFirst(), "rejected by the hub: " + reason);
      queue.release(pack);
    }
  }

  private void unreadable(Pack pack, IOException e) {
    if (pack.instances().size() > 1) {
      log.warn("study {}: {}; its instances are sent one by one", pack.study(), e.toString());
      queue.takeApart(pack);
    } else {
      park(pack, pack.instances().getFirst(), "its file cannot be read: " + e);
      queue.release(pack);
    }
  }

  private void park(Pack pack, String id, String reason) {
    log.error(
        "study {}: instance file {} is parked, not sent and not deleted: {}",
        pack.study(),
        id,
        reason);
    queue.park(id, reason, Instant.now());
  }
}
