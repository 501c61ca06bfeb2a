package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  private final QueuedPacks packs;
  private final HeldInstances held;
  private final PackAssembler assembler;
  private final HubClient hub;
  private final Receipts receipts;
  private final InFlight inFlight;
  private final Pause pause;
  private final Preparation preparation;
  private final Recovery recovery;

  Delivery(
      QueuedPacks packs,
      HeldInstances held,
      PackAssembler assembler,
      HubClient hub,
      InFlight inFlight,
      Pause pause,
      Preparation preparation,
      Recovery recovery) {
    this.packs = packs;
    this.held = held;
    this.assembler = assembler;
    this.hub = hub;
    this.receipts = new Receipts(packs, held, hub, inFlight, preparation);
    this.inFlight = inFlight;
    this.pause = pause;
    this.preparation = preparation;
    this.recovery = recovery;
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
          packs.isBegun(pack) ? hub.receipt(pack.id(), Duration.ZERO) : Optional.empty();
      if (known.isPresent() && known.get().state() != Receipt.State.RECEIVING) {
        if (receipts.await(pack)) {
          return;
        }
      }
      if (packs.isWithdrawn(pack)) {
        takeBack(pack, known.isPresent());
        return;
      }
      if (!recovery.dissolves(pack)) {
        layOutAndSend(pack, pass, known.isPresent());
      }
    } finally {
      inFlight.end(pack);
    }
  }

  private void takeBack(Pack pack, boolean known) throws HubException, InterruptedException {
    if (known) {
      hub.forget(pack.id());
    }
    packs.release(pack);
    log.info("study {}: pack {} is not sent, for it was taken back", pack.study(), pack.id());
  }

  private void holdAgain(List<String> unprepared) {
    if (!unprepared.isEmpty()) {
      held.holdAgain(unprepared);
      preparation.queued();
    }
  }

  private void layOutAndSend(Pack pack, Gate.Pass pass, boolean known)
      throws HubException, InterruptedException {
    List<String> unprepared = new ArrayList<>();
    Optional<PackAssembler.Assembled> assembled =
        assembler.assemble(pack, (id, reason) -> receipts.park(pack, id, reason), unprepared::add);
    if (assembled.isEmpty()) {
      packs.release(pack);
      holdAgain(unprepared);
      return;
    }
    PackLayout layout = assembled.get().layout();
    packs.keep(pack, assembled.get().instances());
    holdAgain(unprepared);
    held.sentAsReceived(assembled.get().asReceived());
    if (!packs.seal(pack, assembled.get().digest(), layout.length(), Instant.now())) {
      log.info("pack {} is laid out otherwise than before and starts anew", pack.id());
      hub.forget(pack.id());
      packs.release(pack);
      return;
    }
    inFlight.measured(pack, layout.length());
    Sending sending =
        new Sending(pack, layout, hub, pass, inFlight, pause, () -> packs.isWithdrawn(pack));
    try {
      if (known) {
        sending.sendRest();
      } else {
        sending.sendAll();
      }
      packs.sent(pack, Instant.now());
      while (!receipts.await(pack)) {
        sending.sendRest();
        packs.sent(pack, Instant.now());
      }
    } catch (HubException e) {
      throw e;
    } catch (WithdrawnException e) {
      takeBack(pack, known);
    } catch (IOException e) {
      receipts.unreadable(pack, e);
    }
  }
}
