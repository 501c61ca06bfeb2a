package org.dicomgateway.spoke.forward;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.dicomgateway.spoke.destination.Throughput;

/** How far each pack has come that is being sent, and what was sent in all. Thread-safe. */
final class InFlight {
  /**
   * @param length bytes of the pack; 0 until it is laid out
   * @param arrived bytes that the hub has
   * @param sent bytes given to the network, as far as they count: from {@code arrived} to {@code
   *     length}
   */
  record Progress(String pack, String study, int instances, long length, long arrived, long sent) {
    private Progress sending(long bytes) {
      return new Progress(pack, study, instances, length, arrived, Math.min(length, sent + bytes));
    }
  }

  private final ConcurrentSkipListMap<String, Progress> packs = new ConcurrentSkipListMap<>();
  private final Throughput throughput = new Throughput(System::nanoTime);
  private final ForwardMetrics metrics;

  InFlight(ForwardMetrics metrics) {
    this.metrics = metrics;
  }

  void begin(Pack pack) {
    packs.put(pack.id(), new Progress(pack.id(), pack.study(), pack.instances().size(), 0, 0, 0));
  }

  void measured(Pack pack, long length) {
    update(
        pack,
        was -> new Progress(was.pack, was.study, was.instances, length, was.arrived, was.sent));
  }

  void arrived(Pack pack, long offset) {
    update(
        pack, was -> new Progress(was.pack, was.study, was.instances, was.length, offset, offset));
  }

  /** Bytes were given to the network; they may have to be sent again. */
  void sent(Pack pack, long bytes) {
    metrics.sent(bytes);
    throughput.add(bytes);
    update(pack, was -> was.sending(bytes));
  }

  /** What all packs together had of the line lately. */
  long bytesPerSecond() {
    return throughput.bytesPerSecond();
  }

  void delivered(List<QueuedPacks.Delivered> instances) {
    metrics.delivered(instances);
  }

  void end(Pack pack) {
    packs.remove(pack.id());
  }

  private void update(Pack pack, UnaryOperator<Progress> change) {
    packs.computeIfPresent(pack.id(), (id, was) -> change.apply(was));
  }

  List<Progress> list() {
    return List.copyOf(packs.values());
  }
}
