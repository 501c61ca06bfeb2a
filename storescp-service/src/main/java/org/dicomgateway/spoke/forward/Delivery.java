package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dicomgateway.pack.PackLayout;
import org.dicomgateway.transfer.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one pack to its end: archived, or rejected. What the hub has is asked whenever it is not
 * certain. Thread-safe.
 */
final class Delivery {
  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  private final Queue queue;
  private final HeldInstances held;
  private final PackAssembler assembler;
  private final HubClient hub;
  private final Receipts receipts;
  private final InFlight inFlight;
  private final Pause pause;

  Delivery(
      Queue queue,
      HeldInstances held,
      PackAssembler assembler,
      HubClient hub,
      InFlight inFlight,
      Pause pause,
      Preparation preparation) {
    this.queue = queue;
    this.held = held;
    this.assembler = assembler;
    this.hub = hub;
    this.receipts = new Receipts(queue, hub, inFlight, preparation);
    this.inFlight = inFlight;
    this.pause = pause;
  }

  /**
   * Returns when the pack is settled: no longer in the queue as a pack.
   *
   * @param pass its way to the network
   * @throws HubException if it is not, and has to be tried again
   */
  void deliver(Pack pack, Gate.Pass pass) throws HubException, InterruptedException {
    inFlight.begin(pack);
    try {
      Optional<Receipt> known =
          queue.isBegun(pack) ? hub.receipt(pack.id(), Duration.ZERO) : Optional.empty();
      if (known.isPresent() && known.get().state() != Receipt.State.RECEIVING) {
        if (receipts.await(pack)) {
          return;
        }
      }
      layOutAndSend(pack, pass, known.isPresent());
    } finally {
      inFlight.end(pack);
    }
  }

  private void layOutAndSend(Pack pack, Gate.Pass pass, boolean known)
      throws HubException, InterruptedException {
    Optional<PackAssembler.Assembled> assembled =
        assembler.assemble(pack, (id, reason) -> receipts.park(pack, id, reason));
    if (assembled.isEmpty()) {
      queue.release(pack);
      return;
    }
    PackLayout layout = assembled.get().layout();
    queue.keep(pack, assembled.get().instances());
    held.sentAsReceived(assembled.get().asReceived());
    if (!queue.seal(pack, assembled.get().digest(), layout.length(), Instant.now())) {
      log.info("pack {} is laid out otherwise than before and starts anew", pack.id());
      hub.forget(pack.id());
      queue.release(pack);
      return;
    }
    inFlight.measured(pack, layout.length());
    Sending sending = new Sending(pack, layout, hub, pass, inFlight, pause);
    try {
      if (known) {
        sending.sendRest();
      } else {
        sending.sendAll();
      }
      queue.sent(pack, Instant.now());
      while (!receipts.await(pack)) {
        sending.sendRest();
        queue.sent(pack, Instant.now());
      }
    } catch (HubException e) {
      throw e;
    } catch (IOException e) {
      receipts.unreadable(pack, e);
    }
  }
}
