package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dicomgateway.transfer.Receipt;
import org.dicomgateway.transfer.Receipt.InstanceReceipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a pack by the hub's word, or because it cannot be read. Thread-safe. */
final class Receipts {
  private static final Logger log = LoggerFactory.getLogger(Receipts.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final QueuedPacks packs;
  private final HeldInstances held;
  private final HubClient hub;
  private final InFlight inFlight;
  private final Preparation preparation;

  Receipts(
      QueuedPacks packs,
      HeldInstances held,
      HubClient hub,
      InFlight inFlight,
      Preparation preparation) {
    this.packs = packs;
    this.held = held;
    this.hub = hub;
    this.inFlight = inFlight;
    this.preparation = preparation;
  }

  /** Waits for the hub's word on a pack that it has; false if bytes are missing after all. */
  boolean await(Pack pack) throws HubException, InterruptedException {
    while (true) {
      Receipt receipt =
          hub.receipt(pack.id(), PATIENCE)
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
      byInstance.put(key(instance), outcome(instance));
    }
    Map<String, String> outcomes = new HashMap<>();
    List<Queue.Waiting> packed = packs.instancesOf(pack);
    for (Queue.Waiting instance : packed) {
      String outcome = byInstance.get(instance.key());
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
    packs.delivered(pack, outcomes, Instant.now());
    preparation.discard(outcomes.keySet());
    inFlight.delivered(packs.deliveredIn(pack));
    log.info(
        "study {}: {} instances are at the hub, {} KiB in pack {}",
        pack.study(),
        outcomes.size(),
        packed.stream().mapToLong(Queue.Waiting::bytes).sum() >> 10,
        pack.id());
  }

  /** As {@link Queue.Waiting#key}. */
  static String key(InstanceReceipt receipt) {
    return receipt.sopInstanceUid() + receipt.sha256();
  }

  /** What is remembered of it. */
  static String outcome(InstanceReceipt receipt) {
    return (receipt.outcome() + " " + receipt.reason()).strip();
  }

  private void rejected(Pack pack, String reason) {
    if (pack.instances().size() > 1) {
      log.warn(
          "study {}: the hub rejects pack {} ({}); its {} instances are sent one by one",
          pack.study(),
          pack.id(),
          reason,
          pack.instances().size());
      packs.takeApart(pack);
    } else if (!held.changes(pack.instances()).isEmpty()) {
      park(
          pack,
          pack.instances().getFirst(),
          "rejected by the hub with its attributes changed: " + reason);
      packs.release(pack);
    } else if (preparation.discard(pack.instances())) {
      log.error(
          "study {}: the hub rejects instance file {} as it was prepared ({}); it is sent as it was"
              + " received. Please report this",
          pack.study(),
          pack.instances().getFirst(),
          reason);
      packs.release(pack);
    } else {
      park(pack, pack.instances().getFirst(), "rejected by the hub: " + reason);
      packs.release(pack);
    }
  }

  /** A file of the pack cannot be read; which one, only one by one can tell. */
  void unreadable(Pack pack, IOException e) throws HubException, InterruptedException {
    if (preparation.discard(pack.instances())) {
      log.warn("study {}: {}; what was prepared of it is discarded", pack.study(), e.toString());
      hub.forget(pack.id());
      packs.release(pack);
    } else if (pack.instances().size() > 1) {
      log.warn("study {}: {}; its instances are sent one by one", pack.study(), e.toString());
      packs.takeApart(pack);
    } else {
      park(pack, pack.instances().getFirst(), "its file cannot be read: " + e);
      packs.release(pack);
    }
  }

  /** Keeps an instance from being sent until a person wants it. */
  void park(Pack pack, String id, String reason) {
    log.error(
        "study {}: instance file {} is parked, not sent and not deleted: {}",
        pack.study(),
        id,
        reason);
    packs.park(id, reason, Instant.now());
  }
}
