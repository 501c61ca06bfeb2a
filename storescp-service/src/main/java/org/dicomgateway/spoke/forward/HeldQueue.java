package org.dicomgateway.spoke.forward;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue as a {@link Preparation} sees it: what is held until it is prepared, and the line that
 * it is prepared for. Thread-safe.
 */
public final class HeldQueue {
  private static final Logger log = LoggerFactory.getLogger(HeldQueue.class);

  private final Queue queue;
  private final QueuedPacks packs;
  private final HeldInstances held;
  private final PackPlanner planner;
  private final LineRate rate;

  HeldQueue(
      Queue queue, QueuedPacks packs, HeldInstances held, PackPlanner planner, LineRate rate) {
    this.queue = queue;
    this.packs = packs;
    this.held = held;
    this.planner = planner;
    this.rate = rate;
  }

  /** Instances that wait to be prepared, the most urgent and then the longest waiting first. */
  public List<Held> held(int most) {
    return held.held(most);
  }

  /** Keeps a held instance from being sent until a person wants it. */
  public void park(Held held, String reason) {
    log.error(
        "study {}: instance file {} is parked, not sent and not deleted: {}",
        held.study(),
        held.id(),
        reason);
    packs.park(held.id(), reason, Instant.now());
  }

  /** Lets instances go that were held. */
  public void release(List<Held> instances, Preparedness as) {
    planner.release(instances, as);
  }

  /** Ids of instances that were prepared and are not delivered. */
  public Set<String> prepared() {
    return held.prepared();
  }

  /** Holds waiting instances whose prepared files are lost. */
  public void holdAgain(Collection<String> ids) {
    held.holdAgain(ids);
    planner.reload();
  }

  /** Whether nothing could be sent now but what is held. */
  public boolean isIdle() {
    return queue.isIdle();
  }

  /** What the line lately carried. */
  public long lineBytesPerSecond() {
    return rate.bytesPerSecond();
  }
}
