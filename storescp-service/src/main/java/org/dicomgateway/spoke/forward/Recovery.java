package org.dicomgateway.spoke.forward;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dicomgateway.transfer.HubTrace;
import org.dicomgateway.transfer.HubTrace.PackTrace;
import org.dicomgateway.transfer.Receipt.InstanceReceipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the hub say what it has of instances that were queued anew because the queue was lost, before
 * anything of their study is sent: what was delivered before is not sent again. Thread-safe.
 */
final class Recovery {
  private static final Logger log = LoggerFactory.getLogger(Recovery.class);

  private final QueuedPacks packs;
  private final HubClient hub;
  private final Preparation preparation;
  private final Runnable onWaiting;

  /**
   * @param onWaiting told when instances wait again
   */
  Recovery(QueuedPacks packs, HubClient hub, Preparation preparation, Runnable onWaiting) {
    this.packs = packs;
    this.hub = hub;
    this.preparation = preparation;
    this.onWaiting = onWaiting;
  }

  /**
   * Asks, if there is anything to ask.
   *
   * @return whether the pack is no more, and what the hub has not got of it waits again
   */
  boolean dissolves(Pack pack) throws HubException, InterruptedException {
    if (!packs.isDoubtful(pack)) {
      return false;
    }
    Map<String, String> outcomes = new HashMap<>();
    hub.trace(pack.study()).ifPresent(trace -> collect(trace, outcomes));
    List<String> delivered = packs.recover(pack, outcomes, Instant.now());
    preparation.discard(delivered);
    onWaiting.run();
    log.info(
        "study {}: {} instances that were queued anew are at the hub already",
        pack.study(),
        delivered.size());
    return true;
  }

  private static void collect(HubTrace trace, Map<String, String> outcomes) {
    for (PackTrace pack : trace.packs()) {
      for (InstanceReceipt receipt : pack.instances()) {
        outcomes.put(Receipts.key(receipt), Receipts.outcome(receipt));
      }
    }
  }
}
